// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.report.AgentReports;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.detect.report.DeviceReportParser;
import io.fleetward.detect.report.DeviceSide;
import io.fleetward.detect.report.ReportOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORFactory;

class ReportFormatTest {
    /** {"hed":{"rid":0,"v":"1.0"},"met":{"tc":{"ec":{"cs":[{"rad":"203.0.113.9:8883"}],"t":1}}}}, by hand. */
    private static final String FREERTOS =
            "a2 63 686564 a2 63 726964 00 61 76 63 312e30 63 6d6574 a1 62 7463 a1 62 6563"
                    + " a2 62 6373 81 a1 63 726164 70 3230332e302e3131332e393a38383833 61 74 01";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static @Nullable ReportOutcome read(ReportFormat format, byte[] payload) {
        JsonNode tree = format.decode(payload);
        return tree == null ? null : DeviceReportParser.parse(tree, AgentReports.TYPES);
    }

    /** The tree with maps and lists whose length is not said beforehand, as streaming encoders write it. */
    private static byte[] indefinite(JsonNode tree) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new CBORFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(generator, tree);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator generator, JsonNode node) {
        if (node instanceof ObjectNode object) {
            generator.writeStartObject();
            object.forEachEntry((name, member) -> {
                generator.writeName(name);
                write(generator, member);
            });
            generator.writeEndObject();
        } else if (node.isArray()) {
            generator.writeStartArray();
            node.forEach(element -> write(generator, element));
            generator.writeEndArray();
        } else if (node.isString()) {
            generator.writeString(node.stringValue());
        } else if (node.isBigInteger()) {
            generator.writeNumber(node.bigIntegerValue());
        } else if (node.isIntegralNumber()) {
            generator.writeNumber(node.longValue());
        } else if (node.isNumber()) {
            generator.writeNumber(node.doubleValue());
        } else {
            generator.writeNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatRealAgentsSendInBothFormats(AgentReports agent) {
        var read = new ReportOutcome.Read(agent.report());
        var tree = (ObjectNode) agent.tree();

        assertThat(read(ReportFormat.JSON, agent.json())).isEqualTo(read);
        assertThat(read(ReportFormat.CBOR, ReportFormat.CBOR.encode(tree))).isEqualTo(read);
        assertThat(read(ReportFormat.CBOR, indefinite(tree))).isEqualTo(read);
    }

    @Test
    void readsCborThatIsWrittenByHand() {
        assertThat(read(ReportFormat.CBOR, hex(FREERTOS)))
                .isEqualTo(new ReportOutcome.Read(AgentReports.FREERTOS_FIRST.report()));
    }

    /** {"hed":{"rid":1,"v":"1.0"},"cmet":{"cpu_user_usage":[{"number_list":[1.5, 81.3, 2.5, null]}]}} */
    @Test
    void readsHalfSingleAndDoubleFloats() {
        byte[] payload = hex("bf 63 686564 a2 63 726964 01 61 76 7f 61 31 62 2e30 ff 64 636d6574 a1 6e"
                + HexFormat.of().formatHex("cpu_user_usage".getBytes(StandardCharsets.US_ASCII))
                + " 9f bf 6b" + HexFormat.of().formatHex("number_list".getBytes(StandardCharsets.US_ASCII))
                + " 84 f93e00 fa42a2999a fb4004000000000000 f6 ff ff ff");

        assertThat(read(ReportFormat.CBOR, payload))
                .isEqualTo(new ReportOutcome.Read(new DeviceReport(
                        1, Map.of("cpu_user_usage", new MetricValue.Numbers(List.of(1.5, 81.3, 2.5))))));
    }

    /** {"hed":{"rid":1,"v":"1.0"},"met":{"ns":{"bi":18446744073709551615}}} */
    @Test
    void readsAnUnsignedDifference() {
        byte[] payload = hex("a2 63 686564 a2 63 726964 01 61 76 63 312e30 63 6d6574 a1 62 6e73 a2 62 6269"
                + " 1bffffffffffffffff 62 626f 05");

        assertThat(read(ReportFormat.CBOR, payload))
                .isEqualTo(new ReportOutcome.Read(
                        new DeviceReport(1, Map.of(DeviceSide.BYTES_OUT, new MetricValue.Count(5)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{'a': NaN}",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]",
                "{'a': 11111111111111111111111111111111111111111111111111111111111111111}"
            })
    void refusesTextThatIsNoBearableJson(String text) {
        assertThat(ReportFormat.JSON.decode(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bf", "a1", "ff", "a1 61 61", "a0 a0", "818181818181818181818181818181818101", "5f 5f"})
    void refusesBytesThatAreNoBearableCbor(String bytes) {
        assertThat(ReportFormat.CBOR.decode(hex(bytes))).isNull();
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        assertThat(ReportFormat.JSON.decode(new byte[] {'"', (byte) 0xc3, '"'})).isNull();
    }

    @Test
    void writesIdsAsIntegers() {
        ObjectNode reply = JsonNodeFactory.instance.objectNode().put("reportId", 1_767_323_101_000L);

        assertThat(new String(ReportFormat.JSON.encode(reply), StandardCharsets.UTF_8))
                .isEqualTo("{\"reportId\":1767323101000}");
        assertThat(Objects.requireNonNull(ReportFormat.CBOR.decode(ReportFormat.CBOR.encode(reply)))
                        .path("reportId")
                        .longValue())
                .isEqualTo(1_767_323_101_000L);
    }

    /** Whatever bytes come: a tree or nothing. */
    @ParameterizedTest
    @EnumSource
    void neverFailsOnWhateverDevicesSend(ReportFormat format) {
        var random = new Random(20_260_601);
        byte[] sound = format.encode((ObjectNode) AgentReports.EMBEDDED_C.tree());
        for (int round = 0; round < 20_000; round++) {
            byte[] payload = sound.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            }
            JsonNode tree = format.decode(payload);
            if (tree != null) {
                assertThat(DeviceReportParser.parse(tree, AgentReports.TYPES)).isNotNull();
            }
        }
    }
}
