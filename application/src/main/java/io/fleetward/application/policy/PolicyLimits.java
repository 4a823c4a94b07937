// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

/**
 * How much is allowed of everything (iot-core, objects and limits; configurable). Immutable.
 *
 * @param documentSize characters of a document, not counting white space
 * @param versions versions of a policy
 * @param perPrincipal policies attached to one certificate or Cognito identity
 * @param perGroup policies attached to one thing group
 */
public record PolicyLimits(int documentSize, int versions, int perPrincipal, int perGroup) {
    /** What AWS allows. */
    public static final PolicyLimits AWS = new PolicyLimits(2048, 5, 10, 2);

    /** Policies that may be attached to this target. */
    int perTarget(PolicyTarget target) {
        return target.isPrincipal() ? perPrincipal : perGroup;
    }
}
