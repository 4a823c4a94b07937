// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.hub.schema.EditSchema;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants a rule to be; what is null is left as it is.
 *
 * @param order 1 to 1000
 * @param criteria filters
 * @param updates the new values for findings, as a piece of a finding
 */
public record RuleDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable Integer order,
        @Nullable Boolean isEnabled,
        @Nullable Boolean isTerminal,
        @Nullable ObjectNode criteria,
        @Nullable ObjectNode updates) {
    private static final int FIRST = 1;
    private static final int LAST = 1000;
    private static final int LONGEST_TEXT = 1024;

    /** A new rule, for which everything but the flags must be given. */
    AutomationRule create(String id, Instant now, String creator, Map<String, String> tags) {
        return new AutomationRule(
                id,
                text("RuleName", required("RuleName", name)),
                text("Description", required("Description", description)),
                order(required("RuleOrder", order)),
                isEnabled == null || isEnabled,
                isTerminal != null && isTerminal,
                criteria(required("Criteria", criteria)),
                action(required("Actions", updates)),
                now,
                now,
                creator,
                tags);
    }

    /** The rule with what is given in place of what was there. */
    AutomationRule change(AutomationRule rule, Instant now) {
        return new AutomationRule(
                rule.id(),
                name == null ? rule.name() : text("RuleName", name),
                description == null ? rule.description() : text("Description", description),
                order == null ? rule.order() : order(order),
                isEnabled == null ? rule.isEnabled() : isEnabled,
                isTerminal == null ? rule.isTerminal() : isTerminal,
                criteria == null ? rule.criteria() : criteria(criteria),
                updates == null ? rule.action() : action(updates),
                rule.createdAt(),
                now,
                rule.createdBy(),
                rule.tags());
    }

    /** Reads criteria. */
    static RuleCriteria criteria(ObjectNode sent) {
        return switch (RuleCriteria.read(sent)) {
            case RuleCriteria.Result.Read(RuleCriteria criteria) -> criteria;
            case RuleCriteria.Result.Refused(List<Problem> problems) -> throw HubRefusals.invalid("Criteria", problems);
        };
    }

    private static FindingEdit action(ObjectNode sent) {
        return switch (EditSchema.read(sent)) {
            case SchemaResult.Valid(ObjectNode normal) -> new FindingEdit(normal);
            case SchemaResult.Invalid invalid -> throw HubRefusals.invalid("Actions", invalid.text());
        };
    }

    private static int order(int order) {
        if (order < FIRST || order > LAST) {
            throw HubRefusals.invalid("RuleOrder", "data.RuleOrder should be " + FIRST + " to " + LAST);
        }
        return order;
    }

    private static String text(String member, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw HubRefusals.invalid(
                    member,
                    "data." + member + " should have 1 to " + LONGEST_TEXT + " characters that are not all blank");
        }
        return text;
    }

    private static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw HubRefusals.invalid(member, "data should have required property '" + member + "'");
        }
        return value;
    }
}
