// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the kinds of findings that a rule wants to see together.
 *
 * @param filters as of {@code GetFindings}, in their normal form; nobody changes them any more
 */
public record CorrelationPart(String name, ObjectNode filters) {
    /** What came of reading a part. */
    public sealed interface Result {
        record Read(CorrelationPart part) implements Result {}

        /** The filters are wrong in these ways. */
        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads what somebody wants to be a part; there must be one filter at least. */
    public static Result read(String name, ObjectNode sent) {
        return switch (FilterParser.normalFilters(sent)) {
            case SchemaResult.Invalid(List<Problem> problems) -> new Result.Refused(problems);
            case SchemaResult.Valid(ObjectNode normal) -> checked(new CorrelationPart(name, normal));
        };
    }

    /** The filter that this part is at that moment, from which days count. */
    public FindingFilter filter(Instant now) {
        return switch (new FilterParser(now).parse(filters)) {
            case FilterResult.Parsed(FindingFilter filter) -> filter;
            case FilterResult.Refused(List<Problem> problems) ->
                throw new IllegalStateException("stored filters are wrong: " + problems);
        };
    }

    /** Whether the filter is another one as time passes. */
    boolean isRelative() {
        return filters.valueStream().flatMap(values -> values.valueStream()).anyMatch(value -> value.has("DateRange"));
    }

    private static Result checked(CorrelationPart part) {
        return switch (new FilterParser(Instant.EPOCH).parse(part.filters())) {
            case FilterResult.Refused(List<Problem> problems) -> new Result.Refused(problems);
            case FilterResult.Parsed(FindingFilter filter)
            when filter.attributes().isEmpty() ->
                new Result.Refused(List.of(new Problem("data.Filters", "should NOT have fewer than 1 properties")));
            case FilterResult.Parsed ignored -> new Result.Read(part);
        };
    }
}
