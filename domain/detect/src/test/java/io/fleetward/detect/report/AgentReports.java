// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report of every real agent, as its source makes it (detect, real agents), and what it says. */
@SuppressWarnings("ImmutableEnumChecker") // a report is immutable, as its type says
public enum AgentReports {
    PYTHON(
            "python-agent",
            1_767_323_101,
            says -> says.tcp(3, 22, 631)
                    .udp(2, 68, 5353)
                    .traffic(0, 900, 0, 12)
                    .connections(71, "203.0.113.9")
                    .custom("cpu_usage", new MetricValue.Numeric(12.5))),
    PYTHON_SHORT_TAGS(
            "python-agent-short-tags",
            1_767_323_102,
            says -> says.tcp(2, 22, 80).udp(1, 68).traffic(5120, 900, 40, 12).connections(1, "203.0.113.9")),
    GREENGRASS_FIRST_SAMPLE(
            "greengrass-first-sample",
            1_767_323_103,
            says -> says.tcp(1, 8883).connections(1, "198.51.100.4").custom("cpu_usage", new MetricValue.Numeric(3.1))),
    DEVICE_CLIENT_FIRST_REPORT(
            "device-client-first-report",
            84_213,
            says -> says.tcp(0).udp(4).traffic(0, 0, 0, 0).connections(0)),
    DEVICE_CLIENT_WRAPPED_COUNTERS(
            "device-client-wrapped-counters",
            384_213,
            says -> says.tcp(1, 22)
                    .udp(4)
                    .count(DeviceSide.PACKETS_IN, 40)
                    .count(DeviceSide.PACKETS_OUT, 12)
                    .connections(2, "203.0.113.9")),
    EMBEDDED_C(
            "embedded-c",
            1_767_323_105,
            says -> says.tcp(2, 22, 80)
                    .udp(1, 53)
                    .traffic(4_294_967_295L, 900, 40, 12)
                    .connections(1, "203.0.113.9")
                    .custom("uptime", new MetricValue.Numeric(86_400))
                    .custom("free_mem", new MetricValue.Numeric(1_048_576))
                    .custom("cpu_user_usage", new MetricValue.Numbers(List.of(1200.0, 900.0)))
                    .custom("network_interface_names", new MetricValue.Strings(List.of("lo", "eth0")))
                    .custom("network_interface_addresses", new MetricValue.Cidrs(List.of("127.0.0.1", "192.0.2.7")))),
    FREERTOS_FIRST("freertos-first", 0, says -> says.connections(1, "203.0.113.9")),
    GO(
            "go-sdk",
            1_767_323_107,
            says -> says.tcp(1, 22).udp(0).traffic(5120, 900, 40, 12).connections(1, "2001:db8::1"));

    /** The custom metrics that these agents report. */
    public static final Map<String, CustomMetricType> TYPES = Map.of(
            "cpu_usage", CustomMetricType.NUMBER,
            "uptime", CustomMetricType.NUMBER,
            "free_mem", CustomMetricType.NUMBER,
            "cpu_user_usage", CustomMetricType.NUMBER_LIST,
            "network_interface_names", CustomMetricType.STRING_LIST,
            "network_interface_addresses", CustomMetricType.IP_ADDRESS_LIST);

    private final String file;
    private final DeviceReport report;

    AgentReports(String file, long id, UnaryOperator<Says> says) {
        this.file = file + ".json";
        this.report = new DeviceReport(id, says.apply(new Says()).values);
    }

    /** What the agent sends. */
    public byte[] json() {
        try (InputStream in = Objects.requireNonNull(AgentReports.class.getResourceAsStream(file))) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same as a tree. */
    public JsonNode tree() {
        return JsonMapper.shared().readTree(json());
    }

    /** What it says. */
    public DeviceReport report() {
        return report;
    }

    /** Collects what a report says. */
    static final class Says {
        private final Map<String, MetricValue> values = new HashMap<>();

        Says tcp(long total, Integer... ports) {
            values.put(DeviceSide.TCP_PORTS, new MetricValue.Ports(List.of(ports)));
            return count(DeviceSide.NUM_TCP_PORTS, total);
        }

        Says udp(long total, Integer... ports) {
            values.put(DeviceSide.UDP_PORTS, new MetricValue.Ports(List.of(ports)));
            return count(DeviceSide.NUM_UDP_PORTS, total);
        }

        Says traffic(long bytesIn, long bytesOut, long packetsIn, long packetsOut) {
            return count(DeviceSide.BYTES_IN, bytesIn)
                    .count(DeviceSide.BYTES_OUT, bytesOut)
                    .count(DeviceSide.PACKETS_IN, packetsIn)
                    .count(DeviceSide.PACKETS_OUT, packetsOut);
        }

        Says connections(long total, String... addresses) {
            values.put(DeviceSide.DESTINATIONS, new MetricValue.Cidrs(List.of(addresses)));
            return count(DeviceSide.NUM_CONNECTIONS, total);
        }

        Says count(String metric, long count) {
            return custom(metric, new MetricValue.Count(count));
        }

        Says custom(String metric, MetricValue value) {
            values.put(metric, value);
            return this;
        }
    }
}
