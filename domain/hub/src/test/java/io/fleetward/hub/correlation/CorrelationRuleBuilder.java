// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import static io.fleetward.hub.finding.FindingBuilder.object;

import io.fleetward.hub.finding.SeverityLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes correlation rules: by default two parts, told apart by title, on one resource within an hour. */
public final class CorrelationRuleBuilder {
    public static final Instant CREATED = Instant.parse("2026-02-01T00:00:00Z");

    private final List<CorrelationPart> parts = new ArrayList<>();
    private String id = "rule";
    private String name = "telnet and scan";
    private JoinKey joinedBy = JoinKey.RESOURCE_ID;
    private Duration within = Duration.ofHours(1);
    private boolean isOrdered;
    private EndsWhen endsWhen = EndsWhen.ANY_CAUSE_ENDS;
    private CorrelationRule.Status status = CorrelationRule.Status.ENABLED;

    private CorrelationRuleBuilder() {}

    public static CorrelationRuleBuilder aRule() {
        return new CorrelationRuleBuilder();
    }

    public CorrelationRuleBuilder id(String text) {
        id = text;
        return this;
    }

    public CorrelationRuleBuilder name(String text) {
        name = text;
        return this;
    }

    /** Adds a part that wants a title. */
    public CorrelationRuleBuilder title(String title) {
        return part(title, "{'Title':[{'Value':'" + title + "','Comparison':'EQUALS'}]}");
    }

    /** Adds a part with these filters. */
    public CorrelationRuleBuilder part(String partName, String filters) {
        parts.add(new CorrelationPart(partName, object(filters.replace('\'', '"'))));
        return this;
    }

    public CorrelationRuleBuilder joinedBy(JoinKey key) {
        joinedBy = key;
        return this;
    }

    public CorrelationRuleBuilder within(Duration span) {
        within = span;
        return this;
    }

    public CorrelationRuleBuilder ordered() {
        isOrdered = true;
        return this;
    }

    public CorrelationRuleBuilder endsWhen(EndsWhen when) {
        endsWhen = when;
        return this;
    }

    public CorrelationRuleBuilder status(CorrelationRule.Status wanted) {
        status = wanted;
        return this;
    }

    public CorrelationQuestion question() {
        if (parts.isEmpty()) {
            title("A").title("B");
        }
        return new CorrelationQuestion(parts, joinedBy, within, isOrdered, endsWhen);
    }

    public CorrelationRule build() {
        var outcome =
                new CorrelationOutcome("{rule} on {resource}", SeverityLabel.CRITICAL, List.of("TTPs/Initial Access"));
        var settings = new CorrelationRule.Settings(name, "what for", question(), outcome);
        return CorrelationRule.create(id, settings, status, CREATED, "arn:aws:iam::123456789012:user/admin");
    }
}
