// SPDX-License-Identifier: Apache-2.0
/** Writes answers and errors in the form each protocol and service calls for. */
@NullMarked
package io.fleetward.aws.api.answer;

import org.jspecify.annotations.NullMarked;
