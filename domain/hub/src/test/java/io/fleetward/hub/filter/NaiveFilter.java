// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads filters the slow way, straight from the request and the published table of keys, to compare with.
 *
 * @param now where relative dates start
 */
public record NaiveFilter(Instant now) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Map<String, String[]> KEYS = keys();

    /** Whether the finding passes the filters of a request, which must be allowed ones. */
    public boolean matches(JsonNode filters, JsonNode finding) {
        return filters.properties().stream().allMatch(filter -> {
            String[] key = Objects.requireNonNull(KEYS.get(filter.getKey()), filter.getKey());
            return filter.getValue().isEmpty() || attribute(key[1], filter.getValue(), values(finding, key[2]));
        });
    }

    /** The published keys, each with its name, type and path. */
    static Set<String> names() {
        return KEYS.keySet();
    }

    private boolean attribute(String type, JsonNode filters, List<JsonNode> values) {
        return switch (type) {
            case "String" -> texts(filters, values);
            case "Map" -> maps(filters, values);
            case "Number" -> any(filters, values, NaiveFilter::isInBounds);
            case "Date" -> any(filters, values, this::isInTime);
            case "Ip" -> any(filters, values, NaiveFilter::isInBlock);
            case "Boolean" -> any(filters, values, (filter, value) -> value.equals(filter.get("Value")));
            case "Keyword" -> any(filters, values, NaiveFilter::holdsWord);
            default -> throw new AssertionError(type);
        };
    }

    private static boolean any(JsonNode filters, List<JsonNode> values, BiPredicate<JsonNode, JsonNode> test) {
        return filters.valueStream().anyMatch(filter -> values.stream().anyMatch(value -> test.test(filter, value)));
    }

    private static boolean texts(JsonNode filters, List<JsonNode> values) {
        Predicate<JsonNode> isHit = filter -> values.stream().anyMatch(value -> textHits(filter, value));
        List<JsonNode> positive =
                filters.valueStream().filter(NaiveFilter::isPositive).toList();
        List<JsonNode> negative =
                filters.valueStream().filter(filter -> !isPositive(filter)).toList();
        boolean isWanted = positive.isEmpty() || positive.stream().anyMatch(isHit);
        return isWanted && negative.stream().noneMatch(isHit);
    }

    private static boolean maps(JsonNode filters, List<JsonNode> maps) {
        Map<String, ArrayNode> byKey = new HashMap<>();
        for (JsonNode filter : filters) {
            byKey.computeIfAbsent(filter.path("Key").stringValue(), key -> JsonNodeFactory.instance.arrayNode())
                    .add(filter);
        }
        return byKey.entrySet().stream().allMatch(ofKey -> {
            List<JsonNode> values = maps.stream()
                    .filter(map -> map.has(ofKey.getKey()))
                    .map(map -> map.get(ofKey.getKey()))
                    .toList();
            return texts(ofKey.getValue(), values);
        });
    }

    private static String comparison(JsonNode filter) {
        return filter.path("Comparison").stringValue("EQUALS");
    }

    private static boolean isPositive(JsonNode filter) {
        return !comparison(filter).contains("NOT");
    }

    private static boolean textHits(JsonNode filter, JsonNode value) {
        String wanted = filter.path("Value").stringValue();
        String text = value.stringValue();
        return switch (comparison(filter)) {
            case "EQUALS", "NOT_EQUALS" -> text.equals(wanted);
            case "PREFIX", "PREFIX_NOT_EQUALS" -> text.indexOf(wanted) == 0;
            case "CONTAINS", "NOT_CONTAINS" -> text.indexOf(wanted) >= 0;
            default -> throw new AssertionError(filter);
        };
    }

    private static boolean isInBounds(JsonNode filter, JsonNode value) {
        double number = value.doubleValue();
        return filter.properties().stream().allMatch(bound -> {
            double limit = bound.getValue().doubleValue();
            return switch (bound.getKey()) {
                case "Eq" -> number == limit;
                case "Gt" -> number > limit;
                case "Gte" -> number >= limit;
                case "Lt" -> number < limit;
                case "Lte" -> number <= limit;
                default -> throw new AssertionError(bound);
            };
        });
    }

    private boolean isInTime(JsonNode filter, JsonNode value) {
        Instant moment = instant(value.stringValue());
        if (filter.has("DateRange")) {
            JsonNode range = filter.path("DateRange");
            Instant edge = now.minus(DAY.multipliedBy(range.path("Value").longValue()));
            return range.path("Comparison").stringValue("WITHIN").equals("WITHIN") != moment.isBefore(edge);
        }
        return (!filter.has("Start")
                        || !moment.isBefore(instant(filter.path("Start").stringValue())))
                && (!filter.has("End")
                        || !moment.isAfter(instant(filter.path("End").stringValue())));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(
                        text, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][XX][X]", Locale.ROOT))
                .toInstant();
    }

    private static boolean isInBlock(JsonNode filter, JsonNode value) {
        String[] block = filter.path("Cidr").stringValue().split("/", -1);
        byte[] address = bytes(value.stringValue());
        byte[] base = bytes(block[0]);
        if (address.length != base.length) {
            return false;
        }
        int free = base.length * 8 - (block.length == 1 ? base.length * 8 : Integer.parseInt(block[1]));
        return new BigInteger(1, address).shiftRight(free).equals(new BigInteger(1, base).shiftRight(free));
    }

    /** No bytes when the text is no address; names are not looked up. */
    private static byte[] bytes(String text) {
        try {
            return text.matches("[0-9a-f]*[.:][0-9a-f.:]*")
                    ? InetAddress.getByName(text).getAddress()
                    : new byte[0];
        } catch (UnknownHostException noAddress) {
            return new byte[0];
        }
    }

    private static boolean holdsWord(JsonNode filter, JsonNode value) {
        String word = filter.path("Value").stringValue();
        String inside = "[\\p{L}\\p{Nd}]";
        String before = word.substring(0, 1).matches(inside) ? "(?<!" + inside + ")" : "";
        String after = word.substring(word.length() - 1).matches(inside) ? "(?!" + inside + ")" : "";
        return Pattern.compile(before + Pattern.quote(word) + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(value.stringValue())
                .find();
    }

    private static List<JsonNode> values(JsonNode finding, String path) {
        return path.equals("*") ? texts(finding).toList() : NaiveValues.at(finding, path);
    }

    private static Stream<JsonNode> texts(JsonNode node) {
        return node.isString() ? Stream.of(node) : node.valueStream().flatMap(NaiveFilter::texts);
    }

    private static Map<String, String[]> keys() {
        try (InputStream file = NaiveFilter.class.getResourceAsStream("/io/fleetward/hub/filter-keys.csv")) {
            var keys = new HashMap<String, String[]>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(" \\| ", -1))
                    .forEach(key -> keys.put(key[0], key));
            return keys;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
