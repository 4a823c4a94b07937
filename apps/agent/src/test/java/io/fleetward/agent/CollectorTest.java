// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.agent.DeviceReport.Connection;
import io.fleetward.agent.DeviceReport.Listener;
import io.fleetward.agent.Traffic.Counters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The addresses in these files are those of a little-endian machine, which is what tests run on. */
class CollectorTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AgentLog log = new AgentLog(new PrintStream(output, true, StandardCharsets.UTF_8));
    private Machine machine;

    @BeforeEach
    void build() throws IOException {
        machine = new Machine(folder);
    }

    private Collector collector(CustomMetric... metrics) {
        return new Collector(new ProcFiles(machine.proc()), List.of(metrics), InstantSource.fixed(NOW), log);
    }

    private DeviceReport report(CustomMetric... metrics) throws Exception {
        return collector(metrics).collect(AgentState.NONE).report();
    }

    @Test
    void findsListenersOfBothFamiliesIncludingThoseOnEveryAddress() throws Exception {
        DeviceReport report = report();

        assertThat(report.tcp())
                .extracting(Listener::port, Listener::networkInterface)
                .contains(tuple(22, "0.0.0.0"), tuple(80, "::"))
                .hasSize(3);
        assertThat(report.udp()).containsExactly(new Listener(68, "0.0.0.0"), new Listener(5353, "::"));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void findsConnectionsThatAreOpen() throws Exception {
        assertThat(report().connections())
                .extracting(Connection::remoteAddress)
                .containsExactly("203.0.113.9:8883", "[2001:db8:0:0:0:0:0:2]:443", "203.0.113.9:443");
    }

    @Test
    void tellsNoTrafficBeforeThereIsSomethingToCompareWith() throws Exception {
        assertThat(report().traffic()).isNull();
        assertThat(report().json()).doesNotContain("network_stats");
    }

    @Test
    void countsWhatCameSinceTheLastReport() throws Exception {
        AgentState first = collector().collect(AgentState.NONE).state();
        machine.traffic(1_500, 160);

        assertThat(collector().collect(first).report().traffic()).isEqualTo(new Counters(500, 60, 0, 0));
    }

    @Test
    void countsFromZeroWhenTheCountersBeganAnew() throws Exception {
        AgentState first = collector().collect(AgentState.NONE).state();
        machine.traffic(7, 160);
        assertThat(collector().collect(first).report().traffic())
                .as("the interface came up again")
                .isEqualTo(new Counters(7, 160, 10, 5));

        machine.boots("boot-2");
        machine.traffic(1_500, 160);
        assertThat(collector().collect(first).report().traffic())
                .as("the machine was started again")
                .isEqualTo(new Counters(1_500, 160, 10, 5));
    }

    @Test
    void numbersReportsUpwardsEvenWhenTheClockGoesBack() throws Exception {
        long seconds = NOW.getEpochSecond();
        assertThat(report().id()).isEqualTo(seconds);
        var ahead = new AgentState(seconds + 100, null, AgentState.NONE.traffic());
        assertThat(collector().collect(ahead).report().id()).isEqualTo(seconds + 101);
    }

    @Test
    void measuresWhatTheUserDefined() throws Exception {
        Path names = folder.resolve("names");
        Files.writeString(names, "lab\n\n guest \n");
        var level = new CustomMetric("level", CustomMetric.Kind.NUMBER, true, "echo 81.50");
        var levels = new CustomMetric("levels", CustomMetric.Kind.NUMBER_LIST, true, "printf '1\\n-2e3\\n'");
        var ssids = new CustomMetric("ssids", CustomMetric.Kind.STRING_LIST, false, names.toString());

        assertThat(report(level, levels, ssids).json())
                .endsWith("\"custom_metrics\":{\"level\":[{\"number\":81.50}],\"levels\":[{\"number_list\":[1,-2E+3]}],"
                        + "\"ssids\":[{\"string_list\":[\"lab\",\"guest\"]}]}}");
    }

    @Test
    void leavesOutAndLogsWhatCannotBeMeasured() throws Exception {
        var failing = new CustomMetric("failing", CustomMetric.Kind.NUMBER, true, "echo 1; exit 3");
        var text = new CustomMetric("text", CustomMetric.Kind.NUMBER, true, "echo x");
        var two = new CustomMetric("two", CustomMetric.Kind.NUMBER, true, "echo 1; echo 2");
        var missing = new CustomMetric("missing", CustomMetric.Kind.NUMBER, false, folder + "/missing");

        assertThat(report(failing, text, two, missing).custom()).isEmpty();
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("metric-failed: "));
    }

    @Test
    void writesTheReportWithLongNamesAndWholeTotals() throws Exception {
        String json = report().json();

        assertThat(json)
                .startsWith("{\"header\":{\"report_id\":" + NOW.getEpochSecond() + ",\"version\":\"1.0\"},\"metrics\":"
                        + "{\"listening_tcp_ports\":{\"ports\":[{\"port\":")
                .contains("\"listening_udp_ports\":{\"ports\":[{\"port\":68,\"interface\":\"0.0.0.0\"},"
                        + "{\"port\":5353,\"interface\":\"::\"}],\"total\":2}")
                .contains("{\"remote_addr\":\"203.0.113.9:8883\",\"local_port\":49152,")
                .endsWith("],\"total\":3}}}}");
    }

    @Test
    void samplesLongListsAndTellsTheirTrueLength() {
        var ports = new LinkedHashSet<Listener>();
        for (int port = 1; port <= 1_000; port++) {
            ports.add(new Listener(port, "eth0"));
        }
        var none = new LinkedHashSet<Listener>();
        var nobody = new LinkedHashSet<Connection>();

        String one = new DeviceReport(1, ports, none, nobody, null, List.of()).json();
        String other = new DeviceReport(2, ports, none, nobody, null, List.of()).json();

        assertThat(one).contains("\"total\":1000");
        assertThat(one.split("\"port\":", -1)).hasSize(301);
        assertThat(one.substring(50)).isNotEqualTo(other.substring(50));
    }

    @Test
    void saysWhenTheKernelTellsNothing() {
        var elsewhere =
                new Collector(new ProcFiles(folder.resolve("nowhere")), List.of(), InstantSource.fixed(NOW), log);

        assertThatThrownBy(() -> elsewhere.collect(AgentState.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the system does not tell about its network: ");
    }
}
