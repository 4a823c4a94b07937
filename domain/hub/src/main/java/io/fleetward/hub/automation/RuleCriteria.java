// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which findings a rule is about: filters that may speak of time as it passes (hub, automation rules).
 *
 * @param document the filters in their normal form; nobody changes it any more
 */
public record RuleCriteria(ObjectNode document) {
    /** What came of reading criteria. */
    public sealed interface Result {
        record Read(RuleCriteria criteria) implements Result {}

        /** The criteria are wrong in these ways. */
        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Reads what somebody wants to be a rule's criteria.
     *
     * <p>Deviation: there must be one at least, so that no rule is about everything by an oversight.
     */
    public static Result read(ObjectNode sent) {
        return switch (FilterParser.normalCriteria(sent)) {
            case SchemaResult.Invalid(List<Problem> problems) -> new Result.Refused(problems);
            case SchemaResult.Valid(ObjectNode normal) -> checked(new RuleCriteria(normal));
        };
    }

    /** The filter that the criteria are at that moment. */
    public FindingFilter filter(Instant now) {
        return switch (parse(now)) {
            case FilterResult.Parsed(FindingFilter filter) -> filter;
            case FilterResult.Refused(List<Problem> problems) ->
                throw new IllegalStateException("stored criteria are wrong: " + problems);
        };
    }

    /** Whether the filter is another one as time passes. */
    public boolean isRelative() {
        return document.valueStream().flatMap(values -> values.valueStream()).anyMatch(value -> value.has("DateRange"));
    }

    private FilterResult parse(Instant now) {
        return new FilterParser(now).parseCriteria(document);
    }

    private static Result checked(RuleCriteria criteria) {
        return switch (criteria.parse(Instant.EPOCH)) {
            case FilterResult.Refused(List<Problem> problems) -> new Result.Refused(problems);
            case FilterResult.Parsed(FindingFilter filter)
            when filter.attributes().isEmpty() ->
                new Result.Refused(List.of(new Problem("data.Criteria", "should NOT have fewer than 1 properties")));
            case FilterResult.Parsed ignored -> new Result.Read(criteria);
        };
    }
}
