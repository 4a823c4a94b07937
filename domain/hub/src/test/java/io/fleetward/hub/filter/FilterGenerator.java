// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.filter.TextTest.Comparison;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes filters and orders at random, all of them allowed, that suit the findings of {@link FindingGenerator}. */
public final class FilterGenerator {
    private static final List<List<Comparison>> MIXES = List.of(
            List.of(Comparison.EQUALS),
            List.of(Comparison.EQUALS, Comparison.PREFIX),
            List.of(Comparison.PREFIX, Comparison.NOT_EQUALS, Comparison.PREFIX_NOT_EQUALS),
            List.of(Comparison.NOT_EQUALS),
            List.of(Comparison.CONTAINS),
            List.of(Comparison.NOT_CONTAINS));

    /** The moment at which relative dates divide the findings of {@link FindingGenerator}. */
    public static final Instant NOW =
            FindingGenerator.EPOCH.plus(Duration.ofDays(31)).plusSeconds(5);

    private final RandomGenerator random;

    public FilterGenerator(RandomGenerator random) {
        this.random = random;
    }

    /** A filter of one to three attributes, as a client sends it. */
    public ObjectNode next() {
        return of(List.of(FilterKey.values()));
    }

    /** A filter of one to three of these attributes. */
    public ObjectNode of(List<FilterKey> keys) {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            FilterKey key = pick(keys);
            var list = filters.putArray(key.wireName());
            List<Comparison> mix = mixFor(key);
            for (int j = random.nextInt(3); j >= 0; j--) {
                list.add(value(key, mix));
            }
        }
        return filters;
    }

    /** An order by one or two fields. */
    public FindingOrder order() {
        List<FilterKey> sortable = Stream.of(FilterKey.values())
                .filter(key -> SortKey.of(key.wireName(), true) != null)
                .toList();
        var keys = new ArrayList<SortKey>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            keys.add(new SortKey(sortable.get(random.nextInt(sortable.size())), random.nextBoolean()));
        }
        return new FindingOrder(keys);
    }

    private List<Comparison> mixFor(FilterKey key) {
        List<Comparison> mix = pick(MIXES);
        return key.type() == FilterType.MAP && mix.size() > 1 ? List.of(Comparison.EQUALS) : mix;
    }

    private ObjectNode value(FilterKey key, List<Comparison> mix) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        return switch (key.type()) {
            case TEXT ->
                value.put("Value", text(key)).put("Comparison", pick(mix).name());
            case MAP ->
                value.put("Key", pick(FindingGenerator.MAP_KEYS))
                        .put("Value", pick(FindingGenerator.TEXTS))
                        .put("Comparison", pick(mix).name());
            case NUMBER -> number(value);
            case DATE -> date(value);
            case FLAG -> value.put("Value", random.nextBoolean());
            case ADDRESS ->
                value.put("Cidr", pick(List.of("10.0.0.0/24", "10.0.0.0/8", "2001:db8::/32", "::1", "0.0.0.0/0")));
            case KEYWORD -> value.put("Value", pick(List.of("AB", "smile", "open", "50")));
        };
    }

    private ObjectNode number(ObjectNode value) {
        for (int i = random.nextInt(2); i >= 0; i--) {
            value.put(pick(List.of("Gte", "Lte", "Eq", "Gt", "Lt")), random.nextInt(10) * 10);
        }
        return value;
    }

    private ObjectNode date(ObjectNode value) {
        if (random.nextInt(4) == 0) {
            ObjectNode range = value.putObject("DateRange");
            range.put("Value", 31).put("Unit", "DAYS").put("Comparison", pick(List.of("WITHIN", "OLDER_THAN")));
            return value;
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            value.put(pick(List.of("Start", "End")), time());
        }
        return value;
    }

    private String text(FilterKey key) {
        String text = pick(candidates(key));
        int end = text.offsetByCodePoints(0, 1 + random.nextInt(text.codePointCount(0, text.length())));
        return random.nextBoolean() || text.substring(0, end).isBlank() ? text : text.substring(0, end);
    }

    private static List<String> candidates(FilterKey key) {
        return switch (key) {
            case SEVERITY_LABEL -> names(SeverityLabel.values());
            case RECORD_STATE -> names(RecordState.values());
            case WORKFLOW_STATUS -> names(WorkflowStatus.values());
            case PRODUCT_ARN -> List.of("arn:aws:securityhub:eu-west-1::product/company/a");
            default -> FindingGenerator.TEXTS;
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).<String>map(Enum::name).toList();
    }

    private String time() {
        return FindingTime.format(FindingGenerator.EPOCH.plusMillis(random.nextInt(20) * 500L));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
