// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.RuleKey;

/** What waits for one target of one rule, apart from what waits for others. Immutable. */
public record TargetLane(RuleKey rule, String target) {}
