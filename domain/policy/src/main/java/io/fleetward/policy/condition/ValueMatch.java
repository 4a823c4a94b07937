// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.PolicyContext;

/** Compares one value of a request with all the values of a policy. Immutable. */
interface ValueMatch {
    /** Whether the value of the request matches any of the policy's values. */
    boolean matches(String requested, PolicyContext context);

    /** Whether every value of the policy has the form its operator needs, for example a number. */
    boolean isReadable(PolicyContext context);
}
