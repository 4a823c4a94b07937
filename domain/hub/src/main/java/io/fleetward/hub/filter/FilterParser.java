// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.filter.TextTest.Comparison;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.schema.Place;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Problem;
import io.fleetward.kernel.net.Cidr;
import io.fleetward.kernel.net.CidrSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads filters from JSON and refuses what must not be mixed (hub, combination).
 *
 * @param now where relative dates start; thread-safe
 */
public record FilterParser(Instant now) {
    private static final Set<Comparison> NOT_WITH_EQUALS =
            EnumSet.of(Comparison.NOT_EQUALS, Comparison.PREFIX_NOT_EQUALS);

    /** Reads the filters of a request for findings. */
    public FilterResult parse(ObjectNode filters) {
        return parse(filters, FilterSchema.FILTERS);
    }

    /** Reads the criteria of an automation rule, which know other keys and numbers of values (hub, automation rules). */
    public FilterResult parseCriteria(ObjectNode criteria) {
        return parse(criteria, FilterSchema.CRITERIA);
    }

    /** The normal form of the filters of a request for findings: nothing in it that has no meaning. */
    public static SchemaResult normalFilters(ObjectNode filters) {
        return normal(filters, FilterSchema.FILTERS);
    }

    /** The normal form of the criteria of an automation rule: nothing in it that has no meaning. */
    public static SchemaResult normalCriteria(ObjectNode criteria) {
        return normal(criteria, FilterSchema.CRITERIA);
    }

    private static SchemaResult normal(ObjectNode filters, FilterSchema schema) {
        Place at = Place.top().member(schema.name());
        return SchemaResult.of(schema.shape().read(filters, at), at);
    }

    private FilterResult parse(ObjectNode filters, FilterSchema schema) {
        Place at = Place.top().member(schema.name());
        return switch (SchemaResult.of(schema.shape().read(filters, at), at)) {
            case SchemaResult.Valid(ObjectNode normal) -> attributes(normal, schema, at);
            case SchemaResult.Invalid(List<Problem> problems) -> new FilterResult.Refused(problems);
        };
    }

    private FilterResult attributes(ObjectNode normal, FilterSchema schema, Place at) {
        var attributes = new ArrayList<AttributeFilter>();
        for (FilterKey key : FilterKey.values()) {
            JsonNode values = normal.path(key.wireName());
            if (!values.isEmpty()) {
                attributes.add(new AttributeFilter(key, criterion(key, values, at.member(key.wireName()))));
            }
        }
        if (attributes.size() > schema.mostAttributes()) {
            at.refuse("should NOT have more than " + schema.mostAttributes() + " properties");
        }
        return at.problems().isEmpty()
                ? new FilterResult.Parsed(new FindingFilter(attributes))
                : new FilterResult.Refused(at.problems());
    }

    private Criterion criterion(FilterKey key, JsonNode values, Place at) {
        List<JsonNode> list = List.copyOf(values.values());
        return switch (key.type()) {
            case TEXT -> text(list.stream().map(FilterParser::test).toList(), at);
            case MAP -> pairs(list, at);
            case NUMBER ->
                new Criterion.Numeric(
                        list.stream().map(FilterParser::numberRange).toList());
            case DATE -> new Criterion.Time(timeRanges(list, at));
            case ADDRESS -> new Criterion.Address(new CidrSet(blocks(list, at)));
            case FLAG ->
                new Criterion.Flag(list.stream()
                        .map(value -> value.path("Value").booleanValue())
                        .collect(Collectors.toSet()));
            case KEYWORD ->
                new Criterion.Keyword(list.stream()
                        .map(value -> new WordSearch(value.path("Value").stringValue()))
                        .toList());
        };
    }

    private static TextTest test(JsonNode value) {
        String comparison = value.path("Comparison").stringValue(Comparison.EQUALS.name());
        return new TextTest(Comparison.valueOf(comparison), value.path("Value").stringValue());
    }

    private static Criterion.Text text(List<TextTest> tests, Place at) {
        var used = EnumSet.noneOf(Comparison.class);
        tests.forEach(test -> used.add(test.comparison()));
        if (used.contains(Comparison.EQUALS) && used.stream().anyMatch(NOT_WITH_EQUALS::contains)) {
            at.refuse("should NOT mix EQUALS with NOT_EQUALS or PREFIX_NOT_EQUALS");
        }
        for (Comparison alone : EnumSet.of(Comparison.CONTAINS, Comparison.NOT_CONTAINS)) {
            if (used.contains(alone) && used.size() > 1) {
                at.refuse("should NOT mix " + alone + " with other comparisons");
            }
        }
        return new Criterion.Text(tests);
    }

    private static Criterion.Pairs pairs(List<JsonNode> values, Place at) {
        var byKey = new LinkedHashMap<String, List<TextTest>>();
        for (JsonNode value : values) {
            byKey.computeIfAbsent(value.path("Key").stringValue(), key -> new ArrayList<>())
                    .add(test(value));
        }
        var tests = new LinkedHashMap<String, Criterion.Text>();
        for (Map.Entry<String, List<TextTest>> entry : byKey.entrySet()) {
            tests.put(entry.getKey(), text(entry.getValue(), at));
        }
        return new Criterion.Pairs(tests);
    }

    private static NumberRange numberRange(JsonNode value) {
        return new NumberRange(
                number(value, "Gte"),
                number(value, "Lte"),
                number(value, "Eq"),
                number(value, "Gt"),
                number(value, "Lt"));
    }

    private static @Nullable Double number(JsonNode value, String name) {
        return value.has(name) ? value.path(name).doubleValue() : null;
    }

    private List<TimeRange> timeRanges(List<JsonNode> values, Place at) {
        var ranges = new ArrayList<TimeRange>(values.size());
        for (JsonNode value : values) {
            if (value.has("DateRange") && value.size() > 1) {
                at.refuse("should NOT mix DateRange with Start or End");
            }
            ranges.add(value.has("DateRange") ? relative(value.path("DateRange")) : absolute(value));
        }
        return ranges;
    }

    private static TimeRange absolute(JsonNode value) {
        return new TimeRange(time(value, "Start"), time(value, "End"));
    }

    private TimeRange relative(JsonNode range) {
        Instant edge = now.truncatedTo(ChronoUnit.MILLIS)
                .minus(Duration.ofDays(range.path("Value").longValue()));
        return "OLDER_THAN".equals(range.path("Comparison").stringValue(null))
                ? new TimeRange(null, edge.minusMillis(1))
                : new TimeRange(edge, null);
    }

    private static @Nullable Instant time(JsonNode value, String name) {
        return value.has(name) ? FindingTime.parse(value.path(name).stringValue()) : null;
    }

    private static List<Cidr> blocks(List<JsonNode> values, Place at) {
        var blocks = new ArrayList<Cidr>(values.size());
        for (JsonNode value : values) {
            Cidr block = Cidr.parse(value.path("Cidr").stringValue());
            if (block == null) {
                at.refuse("should hold IP addresses or CIDR blocks");
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
