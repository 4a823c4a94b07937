// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DeviceReportParserTest {
    private static final String HEADER = "'header': {'report_id': 7, 'version': '1.0'}";
    private static final Map<String, CustomMetricType> TYPES = Map.of(
            "level", CustomMetricType.NUMBER,
            "levels", CustomMetricType.NUMBER_LIST,
            "names", CustomMetricType.STRING_LIST,
            "peers", CustomMetricType.IP_ADDRESS_LIST);

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static ReportOutcome parse(String text) {
        return DeviceReportParser.parse(json(text), TYPES);
    }

    private static Map<String, MetricValue> values(JsonNode tree) {
        ReportOutcome outcome = DeviceReportParser.parse(tree, TYPES);
        assertThat(outcome).isInstanceOf(ReportOutcome.Read.class);
        return ((ReportOutcome.Read) outcome).report().values();
    }

    private static Map<String, MetricValue> metrics(String block) {
        return values(json("{" + HEADER + ", 'metrics': {" + block + "}}"));
    }

    private static @Nullable MetricValue custom(String metric, String block) {
        return values(json("{" + HEADER + ", 'custom_metrics': {'" + metric + "': " + block + "}}"))
                .get(metric);
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatRealAgentsSend(AgentReports agent) {
        assertThat(DeviceReportParser.parse(agent.tree(), AgentReports.TYPES))
                .isEqualTo(new ReportOutcome.Read(agent.report()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | {'header': {'report_id': 7, 'version': '1.0'}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': null}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': []}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {}, 'custom_metrics': []}",
                "7 | {'header': {'report_id': 7, 'version': 1.0}, 'metrics': {}}",
                "7 | {'header': {'rid': 7}, 'met': {}}",
                "   | {'header': {'report_id': '7', 'version': '1.0'}, 'metrics': {}}",
                "   | {'header': {'report_id': -7, 'version': '1.0'}, 'metrics': {}}",
                "   | {'header': {'report_id': 7.5, 'version': '1.0'}, 'metrics': {}}",
                "   | {'header': {'report_id': 9223372036854775808, 'version': '1.0'}, 'metrics': {}}",
                "   | {'header': {'report_id': 1e300, 'version': '1.0'}, 'metrics': {}}",
                "   | {'header': {'version': '1.0'}, 'metrics': {}}",
                "   | {'header': 7, 'metrics': {}}",
                "   | {'metrics': {}}",
                "   | []",
                "   | 7",
                "   | null",
                "   | 'report'",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {'network_stats': 5}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {'network_stats': {'bytes_in': '5'}}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {'listening_tcp_ports': {'ports': {}}}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {'listening_tcp_ports': {'total': '1'}}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'metrics': {'tcp_connections': []}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'level': {'number': 1}}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'unknown': {'number': 1}}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'unknown': 1}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'level': [1]}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'level': [{}]}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'level': [{'number': '1'}]}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'level': [{'number_list': [1]}]}}",
                "7 | {'header': {'report_id': 7, 'version': '1.0'}, 'custom_metrics': {'names': [{'string_list': 'a'}]}}",
            })
    void refusesWhatIsNoReport(@Nullable Long id, String text) {
        assertThat(parse(text)).isEqualTo(new ReportOutcome.Refused(id, ReportRefusal.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'metrics': {}", "'custom_metrics': {}", "'met': {}, 'cmet': null", "'cmet': {'level': null}"})
    void takesAReportThatSaysNothing(String blocks) {
        assertThat(parse("{" + HEADER + ", " + blocks + ", 'more': {'a': [1]}}"))
                .isEqualTo(new ReportOutcome.Read(new DeviceReport(7, Map.of())));
    }

    @Test
    void takesAFloatForANumberAndTheLongNameBeforeTheShortOne() {
        assertThat(parse("{'hed': {'report_id': 1.767323101E9, 'rid': 3, 'v': '1.0'}, 'met': {}}"))
                .isEqualTo(new ReportOutcome.Read(new DeviceReport(1_767_323_101L, Map.of())));
    }

    @Test
    void takesTheShortNameWhenTheLongOneIsNull() {
        assertThat(metrics("'network_stats': {'bytes_in': null, 'bi': 5.9}"))
                .isEqualTo(Map.of(DeviceSide.BYTES_IN, new Count(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, 0",
        "-1.5E300, 0",
        "9007199254740992, 9007199254740992",
        "9007199254740994, ",
        "18446744073709551615, ",
        "1.8e19, ",
        "1e300, ",
        "123456789012345678901234567890, ",
        "-123456789012345678901234567890, 0"
    })
    void judgesDifferencesOfCounters(String sent, @Nullable Long kept) {
        Map<String, MetricValue> values = metrics("'network_stats': {'packets_out': " + sent + "}");

        assertThat(values.get(DeviceSide.PACKETS_OUT)).isEqualTo(kept == null ? null : new Count(kept));
    }

    @Test
    void believesTheTotalOfASampledList() {
        assertThat(metrics("'listening_tcp_ports': {'ports': [{'port': 1}], 'total': 300.0}"))
                .containsEntry(DeviceSide.NUM_TCP_PORTS, new Count(300));
        assertThat(metrics("'listening_tcp_ports': {'ports': [{'port': 1}, {'port': 1}]}"))
                .containsEntry(DeviceSide.NUM_TCP_PORTS, new Count(2));
        assertThat(metrics("'listening_tcp_ports': {'ports': [{'port': 1}], 'total': -1}"))
                .containsEntry(DeviceSide.NUM_TCP_PORTS, new Count(1));
        assertThat(metrics("'listening_tcp_ports': {'total': 2}"))
                .isEqualTo(Map.of(DeviceSide.NUM_TCP_PORTS, new Count(2)));
        assertThat(metrics("'listening_tcp_ports': {'total': -2}")).isEmpty();
    }

    @Test
    void skipsEntriesThatMakeNoSense() {
        Map<String, MetricValue> values = metrics("'listening_udp_ports': {'ports': [{'port': 0}, {'port': 65536},"
                + " {'port': 'x'}, {'port': 5.5}, {}, null, 7, {'pt': 53.0}]}, 'tcp_connections':"
                + " {'established_connections': {'connections': [{'remote_addr': 'nowhere:1'}, {'remote_addr': 7}, {},"
                + " {'rad': '[2001:db8::2]:443'}, {'rad': '2001:db8::3:443'}, {'rad': '192.0.2.1'},"
                + " {'rad': '[::ffff:192.0.2.2]:1'}, {'rad': '[2001:db8::4'}, {'rad': ':80'}]}}");

        assertThat(values)
                .containsEntry(DeviceSide.UDP_PORTS, new MetricValue.Ports(List.of(53)))
                .containsEntry(
                        DeviceSide.DESTINATIONS,
                        new MetricValue.Cidrs(List.of("2001:db8::2", "2001:db8::3", "192.0.2.1", "192.0.2.2")))
                .containsEntry(DeviceSide.NUM_CONNECTIONS, new Count(9));
    }

    @Test
    void tellsAnEmptyListFromOneWithoutASensibleEntry() {
        assertThat(metrics("'listening_tcp_ports': {'ports': []}"))
                .containsEntry(DeviceSide.TCP_PORTS, new MetricValue.Ports(List.of()));
        assertThat(metrics("'listening_tcp_ports': {'ports': [{'port': 0}]}")).doesNotContainKey(DeviceSide.TCP_PORTS);
        assertThat(custom("names", "[{'string_list': []}]")).isEqualTo(new MetricValue.Strings(List.of()));
        assertThat(custom("names", "[{'string_list': ['a b']}]")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "81.5, 81.5",
        "-3, -3",
        "0, 0",
        "1e300, 1e300",
        "123456789012345, 123456789012345",
        "1234567890123456, ",
        "1234567890123450, 1234567890123450",
        "0.1234567890123456, ",
        "123456789012345678901234567890123456789012345, "
    })
    void keepsNumbersOfUpToFifteenDigits(String sent, @Nullable Double kept) {
        assertThat(custom("level", "[{'number': " + sent + "}]"))
                .isEqualTo(kept == null ? null : new MetricValue.Numeric(kept));
    }

    @Test
    void keepsWhatIsAValueOfItsType() {
        assertThat(custom("level", "[{'number': 1}, {'number': 2}]")).isEqualTo(new MetricValue.Numeric(1));
        assertThat(custom("level", "[]")).isNull();
        assertThat(custom("level", "[{'number': null}]")).isNull();
        assertThat(custom("levels", "[{'number_list': [1, 'x', 2.5, 1.0, null]}]"))
                .isEqualTo(new MetricValue.Numbers(List.of(1.0, 2.5)));
        assertThat(custom("names", "[{'string_list': ['lab', 'a/b:c_d-e.f', 'x y', '', 'ä', 7]}]"))
                .isEqualTo(new MetricValue.Strings(List.of("lab", "a/b:c_d-e.f")));
        assertThat(custom("peers", "[{'ip_list': ['192.0.2.1', '2001:DB8:0::1', 'x', 7, '192.0.2.0/24']}]"))
                .isEqualTo(new MetricValue.Cidrs(List.of("192.0.2.1", "2001:db8::1")));
        assertThat(custom("unknown", "[{'number': 1}]")).isNull();
    }

    @Test
    void readsNumbersThatOnlyBinaryFormsHave() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        var numbers = nodes.arrayNode()
                .add(81.3f)
                .add(Float.NaN)
                .add(Double.POSITIVE_INFINITY)
                .add(new BigDecimal("2.5"))
                .add(new BigDecimal("1E+1000000000"))
                .add(BigDecimal.TEN.pow(5000).add(BigDecimal.ONE));
        ObjectNode tree = (ObjectNode)
                json("{" + HEADER + ", 'custom_metrics': {'levels': [{}]}, 'metrics':" + " {'network_stats': {}}}");
        ((ObjectNode) tree.path("custom_metrics").path("levels").path(0)).set("number_list", numbers);
        ((ObjectNode) tree.path("metrics").path("network_stats"))
                .put("bytes_in", Double.NaN)
                .put("bytes_out", new BigDecimal("17.9"));

        assertThat(values(tree))
                .isEqualTo(Map.of(
                        "levels", new MetricValue.Numbers(List.of(81.3, 2.5)), DeviceSide.BYTES_OUT, new Count(17)));
    }

    @Test
    void refusesListsAndReportsWithoutEnd() {
        ArrayNode endless = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i <= 16_384; i++) {
            endless.add(i);
        }
        ObjectNode tree = (ObjectNode) json("{" + HEADER + ", 'custom_metrics': {'levels': [{}]}}");
        ((ObjectNode) tree.path("custom_metrics").path("levels").path(0)).set("number_list", endless);
        ObjectNode wide = (ObjectNode) json("{" + HEADER + ", 'custom_metrics': {}}");
        for (int i = 0; i <= 1000; i++) {
            ((ObjectNode) wide.path("custom_metrics")).putArray("m" + i);
        }

        var refused = new ReportOutcome.Refused(7L, ReportRefusal.MALFORMED);
        assertThat(DeviceReportParser.parse(tree, TYPES)).isEqualTo(refused);
        assertThat(DeviceReportParser.parse(wide, TYPES)).isEqualTo(refused);
    }

    /** Whatever a report is changed to: it is read or refused, and never fails. */
    @Test
    void neverFailsOnWhateverDevicesSend() {
        var random = new Random(20_260_601);
        List<AgentReports> agents = List.of(AgentReports.values());
        List<JsonNode> odd = List.of(
                json("null"),
                json("[]"),
                json("{}"),
                json("'x'"),
                json("-1"),
                json("1e308"),
                json("true"),
                json("[[]]"));
        for (int round = 0; round < 20_000; round++) {
            JsonNode tree = agents.get(random.nextInt(agents.size())).tree();
            JsonNode at = tree;
            while (at instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = List.copyOf(object.propertyNames());
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(3) == 0) {
                    object.set(name, odd.get(random.nextInt(odd.size())));
                }
                at = object.path(name);
            }
            assertThat(DeviceReportParser.parse(tree, AgentReports.TYPES)).isNotNull();
        }
    }
}
