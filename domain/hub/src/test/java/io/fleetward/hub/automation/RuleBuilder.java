// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import static io.fleetward.hub.finding.FindingBuilder.object;

import io.fleetward.hub.ingest.FindingEdit;
import java.time.Instant;
import java.util.Map;

/** Makes automation rules; single quotes in JSON stand for double quotes. */
public final class RuleBuilder {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final String id;
    private int order = 1;
    private boolean isEnabled = true;
    private boolean isTerminal;
    private String criteria = "{'RecordState':[{'Value':'ACTIVE','Comparison':'EQUALS'}]}";
    private String updates = "{'Criticality':1}";
    private Instant updatedAt = NOW;

    private RuleBuilder(String id) {
        this.id = id;
    }

    public static RuleBuilder aRule(String id) {
        return new RuleBuilder(id);
    }

    public RuleBuilder order(int order) {
        this.order = order;
        return this;
    }

    public RuleBuilder disabled() {
        isEnabled = false;
        return this;
    }

    public RuleBuilder terminal() {
        isTerminal = true;
        return this;
    }

    public RuleBuilder updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
        return this;
    }

    public RuleBuilder when(String criteria) {
        this.criteria = criteria;
        return this;
    }

    public RuleBuilder then(String updates) {
        this.updates = updates;
        return this;
    }

    public AutomationRule build() {
        return new AutomationRule(
                id,
                "rule " + id,
                "what it is for",
                order,
                isEnabled,
                isTerminal,
                new RuleCriteria(object(criteria.replace('\'', '"'))),
                new FindingEdit(object(updates.replace('\'', '"'))),
                NOW,
                updatedAt,
                "arn:aws:iam::123456789012:user/admin",
                Map.of());
    }
}
