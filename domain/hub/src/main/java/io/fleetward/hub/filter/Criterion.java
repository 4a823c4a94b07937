// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.FindingTime;
import io.fleetward.kernel.net.CidrSet;
import io.fleetward.kernel.net.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the values under one filter key. Immutable.
 *
 * <p>Where several values stand, a positive comparison wants any of them, a negative one wants none. A missing value
 * fails every positive comparison and passes every negative one (hub, combination).
 */
public sealed interface Criterion {
    /** Whether the document's values at the path are as asked. */
    boolean matches(FieldPath path, JsonNode document);

    /** Any positive test hits, if there are such, and no negative one does. */
    record Text(List<TextTest> tests) implements Criterion {
        public Text {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            List<String> texts = texts(path, document);
            return holds(test -> isHit(test, texts));
        }

        /** Whether the tests as a whole hold, given which of them hit. */
        boolean holds(Predicate<TextTest> isHit) {
            boolean isAnyWanted = false;
            boolean isFound = false;
            for (TextTest test : tests) {
                if (test.isNegative()) {
                    if (isHit.test(test)) {
                        return false;
                    }
                } else {
                    isAnyWanted = true;
                    isFound = isFound || isHit.test(test);
                }
            }
            return isFound || !isAnyWanted;
        }

        /** The texts at the path, found once for all tests. */
        private static List<String> texts(FieldPath path, JsonNode document) {
            var texts = new ArrayList<String>(1);
            path.any(document, node -> {
                if (node.isString()) {
                    texts.add(node.stringValue());
                }
                return false;
            });
            return texts;
        }

        private static boolean isHit(TextTest test, List<String> texts) {
            for (String text : texts) {
                if (test.hits(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A map holds pairs as asked; what is asked of different keys must all hold. */
    record Pairs(Map<String, Text> tests) implements Criterion {
        public Pairs {
            tests = Map.copyOf(tests);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return tests.entrySet().stream()
                    .allMatch(entry -> entry.getValue()
                            .holds(test -> path.any(document, map -> hits(test, map.get(entry.getKey())))));
        }

        private static boolean hits(TextTest test, @Nullable JsonNode value) {
            return value != null && value.isString() && test.hits(value.stringValue());
        }
    }

    /** A number lies in one of the ranges. */
    record Numeric(List<NumberRange> ranges) implements Criterion {
        public Numeric {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return path.any(document, node -> node.isNumber() && isInside(node.doubleValue()));
        }

        private boolean isInside(double value) {
            return ranges.stream().anyMatch(range -> range.contains(value));
        }
    }

    /** A moment lies in one of the spans. */
    record Time(List<TimeRange> ranges) implements Criterion {
        public Time {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return path.any(document, node -> node.isString() && isInside(FindingTime.parse(node.stringValue())));
        }

        private boolean isInside(@Nullable Instant value) {
            return value != null && ranges.stream().anyMatch(range -> range.contains(value));
        }
    }

    /** An address lies in one of the blocks. */
    record Address(CidrSet blocks) implements Criterion {
        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return path.any(document, node -> node.isString() && isInside(IpAddress.parse(node.stringValue())));
        }

        private boolean isInside(@Nullable IpAddress value) {
            return value != null && blocks.contains(value);
        }
    }

    /** A flag has one of the values. */
    record Flag(Set<Boolean> values) implements Criterion {
        public Flag {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return path.any(document, node -> node.isBoolean() && values.contains(node.booleanValue()));
        }
    }

    /** One of the keywords occurs as a word of its own in any text of the document. */
    record Keyword(List<WordSearch> words) implements Criterion {
        public Keyword {
            words = List.copyOf(words);
        }

        @Override
        public boolean matches(FieldPath path, JsonNode document) {
            return path.any(document, this::occurs);
        }

        private boolean occurs(JsonNode node) {
            if (node.isString()) {
                String folded = WordSearch.fold(node.stringValue());
                return words.stream().anyMatch(word -> word.occursIn(folded));
            }
            return node.isContainer() && node.values().stream().anyMatch(this::occurs);
        }
    }
}
