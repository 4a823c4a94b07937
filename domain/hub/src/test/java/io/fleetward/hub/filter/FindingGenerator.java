// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.SharedField;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.WorkflowStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes findings at random that fill many of the places filters look at, from few values, so that filters hit. */
public final class FindingGenerator {
    /** Texts that are easily confused: in case, as prefixes, with wildcards, quotes, separators and rare characters. */
    static final List<String> TEXTS = List.of(
            "a",
            "A",
            "ab",
            "aB/c",
            "ab/cd",
            "50%",
            "50_",
            "50x",
            "it's",
            "say \"ab\"",
            "back\\slash",
            "a\u001fb",
            "line\nbreak",
            "Ünïcode ab",
            "\uD83D\uDE00 smile",
            "\uFF21",
            "telnet open");

    static final List<String> MAP_KEYS = List.of("k", "K", "key/one", "aws/securityhub/ProductName");
    static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.1.200", "192.168.7.9", "2001:db8::1", "::1", "host");
    static final Instant EPOCH = Instant.parse("2026-05-01T00:00:00Z");

    private static final List<String> ZONES = List.of("Z", "+02:00", "-0130", "+05");

    private final RandomGenerator random;
    private int count;

    public FindingGenerator(RandomGenerator random) {
        this.random = random;
    }

    /** The next finding; keys never repeat. */
    public StoredFinding next() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (FilterKey key : FilterKey.values()) {
            if (random.nextInt(3) == 0) {
                put(document, key.path().steps(), key);
            }
        }
        putRequired(document);
        var touched = EnumSet.noneOf(SharedField.class);
        if (random.nextBoolean()) {
            touched.add(SharedField.SEVERITY);
        }
        return new StoredFinding(new Finding(document), touched, 1);
    }

    private void putRequired(ObjectNode document) {
        count++;
        SeverityLabel label = pick(SeverityLabel.values());
        document.put("Id", pick(TEXTS) + count);
        document.put("ProductArn", "arn:aws:securityhub:eu-west-1::product/company/" + "abc".charAt(random.nextInt(3)));
        document.put("GeneratorId", pick(TEXTS));
        document.put("AwsAccountId", "123456789012");
        document.put("Title", pick(TEXTS));
        document.put("CreatedAt", time());
        document.put("UpdatedAt", time());
        document.put("ProcessedAt", FindingTime.format(EPOCH.plusSeconds(random.nextInt(1000))));
        document.put("RecordState", pick(RecordState.values()).name());
        document.withObjectProperty("Workflow")
                .put("Status", pick(WorkflowStatus.values()).name());
        document.withObjectProperty("Severity").put("Label", label.name()).put("Normalized", label.normalized());
        if (!document.has("Resources")) {
            document.putArray("Resources").addObject();
        }
        for (JsonNode resource : document.path("Resources")) {
            ((ObjectNode) resource).put("Id", pick(TEXTS)).put("Type", pick(TEXTS));
        }
    }

    private void put(ObjectNode node, List<FieldPath.Step> steps, FilterKey key) {
        if (steps.isEmpty()) {
            return;
        }
        FieldPath.Step step = steps.getFirst();
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        if (step.isList() && rest.isEmpty()) {
            ArrayNode list = node.putArray(step.name());
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(key));
            }
        } else if (step.isList()) {
            ArrayNode list = node.withArrayProperty(step.name());
            while (list.isEmpty() || (list.size() < 3 && random.nextBoolean())) {
                list.addObject();
            }
            put((ObjectNode) list.get(random.nextInt(list.size())), rest, key);
        } else if (rest.isEmpty()) {
            node.set(step.name(), value(key));
        } else {
            put(node.withObjectProperty(step.name()), rest, key);
        }
    }

    private JsonNode value(FilterKey key) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (key.type()) {
            case TEXT, KEYWORD -> nodes.stringNode(pick(TEXTS));
            case NUMBER -> nodes.numberNode(random.nextInt(10) * 10);
            case DATE -> nodes.stringNode(time());
            case FLAG -> nodes.booleanNode(random.nextBoolean());
            case ADDRESS -> nodes.stringNode(pick(ADDRESSES));
            case MAP -> map();
        };
    }

    private ObjectNode map() {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            map.put(pick(MAP_KEYS), pick(TEXTS));
        }
        return map;
    }

    private String time() {
        Instant moment = EPOCH.plusMillis(random.nextInt(20) * 500L);
        String text = FindingTime.format(moment);
        return text.substring(0, text.length() - 1) + pick(ZONES);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
