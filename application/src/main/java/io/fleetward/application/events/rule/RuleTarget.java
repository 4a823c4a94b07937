// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import org.jspecify.annotations.Nullable;

/**
 * One of those that get the events of a rule. Immutable.
 *
 * @param id what the rule's owner calls it
 * @param arn see {@link TargetAddress}
 * @param roleArn kept as it was given; nothing is done on its behalf
 */
public record RuleTarget(
        String id, String arn, @Nullable String roleArn, TargetInput input, RetryPolicy retry, HttpParameters http) {}
