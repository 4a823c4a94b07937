// SPDX-License-Identifier: Apache-2.0
/**
 * Binds a request to a JSON tree keyed by member name, whatever part of the request each member travelled in.
 *
 * <p>What comes out has the modelled types, no nulls and no members the model does not know; constraints are checked
 * elsewhere.
 */
@NullMarked
package io.fleetward.aws.api.bind;

import org.jspecify.annotations.NullMarked;
