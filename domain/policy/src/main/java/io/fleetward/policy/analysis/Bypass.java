// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

/**
 * A way around a denied subscription: the topic cannot be subscribed to, the filter can, it selects the topic, and the
 * topic's messages may be received.
 *
 * <p>Immutable. All three requests are made under the same circumstances.
 *
 * @param filter the subscription that is allowed
 * @param topic the subscription that is denied
 * @param reception the message that is received nevertheless
 */
public record Bypass(Witness filter, Witness topic, Witness reception) {}
