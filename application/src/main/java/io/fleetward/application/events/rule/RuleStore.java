// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.events.EventBuses;
import io.fleetward.application.registry.tag.Tags;
import io.fleetward.application.store.Transactions;

/** What rules are kept in, and the book that shows them. */
public record RuleStore(Transactions transactions, EventBuses buses, EventRules rules, Tags tags, RuleBook book) {}
