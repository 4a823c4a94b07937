// SPDX-License-Identifier: Apache-2.0
/**
 * What documents must look like: shapes that check a JSON value and hand back its normal form.
 *
 * <p>{@link io.fleetward.hub.schema.AsffSchema} says it for findings. Refusals are worded as the JSON-schema validators
 * word them that clients of the finding format know, with paths that start at {@code data}.
 */
@NullMarked
package io.fleetward.hub.schema;

import org.jspecify.annotations.NullMarked;
