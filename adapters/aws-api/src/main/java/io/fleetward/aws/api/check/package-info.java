// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a bound request against the constraints of its shape and words what is wrong the way each service does.
 *
 * <p>Main type: {@link io.fleetward.aws.api.check.ConstraintCheck}. Types of values are not judged here: binding has
 * already done so.
 */
@NullMarked
package io.fleetward.aws.api.check;

import org.jspecify.annotations.NullMarked;
