// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** The program. */
public final class Agent {
    private static final String USAGE = """
            usage: fleetward agent run [OPTIONS]

            Reports what this device listens on, whom it talks to and how much, to a Fleetward server or to AWS IoT.

              --credentials DIR  folder that `fleetward agent enroll` wrote (default: /etc/fleetward-agent)
              --state DIR        where the last report's number and counters are kept (default: the credentials folder)
              --interval TIME    time between reports, 10s or more (default: 5m)
              --metrics FILE     custom metrics (default: metrics.conf in the credentials folder, if it is there)
              --proc DIR         where the kernel tells about itself (default: /proc on Linux,
                                 what the system answers to OSHI elsewhere)
              --once             send one report and stop
              --dry-run          print one report and stop; needs no credentials
              --help             this text

            A custom metric is a line NAME TYPE file PATH or NAME TYPE command COMMAND; TYPE is number, number-list,
            string-list or ip-address-list, and lists are read one entry a line.

            Exit codes: 0 ok, 1 rejected, 2 usage, 69 server unreachable, 70 internal error, 78 bad configuration.
            """;

    private final PrintStream out;
    private final PrintStream err;

    Agent(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Agent(System.out, System.err).run(List.of(args)));
    }

    int run(List<String> arguments) {
        try {
            return switch (AgentOptions.parse(arguments)) {
                case AgentOptions.Parsed.Help _ -> {
                    out.print(USAGE);
                    yield ExitCode.OK;
                }
                case AgentOptions.Parsed.Wrong(String problem) -> {
                    err.println("fleetward agent: " + problem);
                    err.print(USAGE);
                    yield ExitCode.USAGE;
                }
                case AgentOptions.Parsed.Options(AgentOptions options) -> run(options);
            };
        } catch (ConfigurationException wrong) {
            err.println("fleetward agent: " + wrong.getMessage());
            return ExitCode.CONFIGURATION;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private int run(AgentOptions options) throws ConfigurationException, InterruptedException {
        var log = new AgentLog(err);
        var metrics = CustomMetricFile.read(options.metricsFile(), options.areMetricsNamed());
        var collector = new Collector(network(options), metrics, Clock.systemUTC(), log);
        if (options.isDryRun()) {
            out.println(collector.collect(AgentState.NONE).report().json());
            return ExitCode.OK;
        }
        Credentials credentials = Credentials.read(options.credentials());
        try (var uplink = new MqttUplink(credentials, log)) {
            var means = new Reporting.Means(collector, new StateFile(options.state(), log), uplink);
            var reporting = new Reporting(means, new Backoff(new Random()), Clock.systemUTC(), log);
            return options.isOnce() ? reporting.once() : reporting.forever(options.interval());
        }
    }

    private static HostNetwork network(AgentOptions options) {
        var proc = new ProcFiles(options.proc());
        return options.isProcNamed() || proc.isThere() ? proc : new OshiNetwork();
    }
}
