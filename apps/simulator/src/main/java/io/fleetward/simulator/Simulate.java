// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator;

import io.fleetward.simulator.fleet.FleetEnvironment;
import io.fleetward.simulator.fleet.IotClients;
import io.fleetward.simulator.fleet.ReferenceProfiles;
import io.fleetward.simulator.fleet.Registration;
import io.fleetward.simulator.plan.DevicePlan;
import io.fleetward.simulator.plan.FleetPlan;
import io.fleetward.simulator.plan.Timeline;
import io.fleetward.simulator.run.Simulation;
import io.fleetward.simulator.verdict.AlarmList;
import io.fleetward.simulator.verdict.GroundTruth;
import io.fleetward.simulator.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iot.IotClient;

/**
 * {@code fleetward simulate}: registers a fleet at the server that the environment names, lets it live and be attacked,
 * and compares the alarms with the truth.
 */
@Command(
        name = "fleetward simulate",
        mixinStandardHelpOptions = true,
        description =
                "Lets a fleet of simulated devices live on a server, over MQTT with mutual TLS, and attacks some of"
                        + " them; then tells which attacks were found and which alarms were false.",
        footer = {
            "",
            "The server is the one that `fleetward env` speaks of; start it with a short --metric-period to save time.",
            "Exit codes: 0 ok, 1 attacks missed or false alarms, 2 usage, 69 server unreachable, 70 failed."
        })
public final class Simulate implements Callable<Integer> {
    private static final int FINDINGS = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 69;
    private static final int INTERNAL = 70;
    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(500);

    /** A server that is just being restarted is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, String> variables;
    private final InstantSource clock;

    @Mixin
    private SimulateOptions options = new SimulateOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Simulate(Map<String, String> variables, InstantSource clock) {
        this.variables = variables;
        this.clock = clock;
    }

    public static void main(String[] args) {
        System.exit(commandLine(System.getenv(), InstantSource.system()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> variables, InstantSource clock) {
        return new CommandLine(new Simulate(variables, clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("failed: " + rootOf(failure));
                    return INTERNAL;
                });
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public Integer call() throws Exception {
        List<String> problems = options.problems();
        if (!problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            return USAGE;
        }
        FleetPlan plan = FleetPlan.of(options.wishes());
        if (options.dryRun) {
            return tell(plan);
        }
        var environment = new FleetEnvironment(variables);
        if (!environment.missing().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("not set: " + String.join(", ", environment.missing())
                            + "; run: eval \"$(./fleetward env --data DIR)\"");
            return USAGE;
        }
        try {
            return run(plan, environment);
        } catch (SdkClientException failure) {
            spec.commandLine().getErr().println("the server does not answer: " + failure.getMessage());
            return UNREACHABLE;
        }
    }

    private int tell(FleetPlan plan) {
        long steps = 0;
        for (DevicePlan device : plan.devices()) {
            for (var life = plan.life(device); life.hasNext(); life.next()) {
                steps++;
            }
        }
        say("%d devices take %d steps in %d simulated minutes"
                .formatted(plan.devices().size(), steps, options.minutes));
        GroundTruth.of(plan, new Timeline(Instant.EPOCH, Duration.ofMinutes(5)))
                .entries()
                .forEach(entry -> say("%s suffers %s from minute %d to minute %d%s"
                        .formatted(
                                entry.thing(),
                                entry.kind(),
                                Duration.between(Instant.EPOCH, entry.from()).toMinutes(),
                                Duration.between(Instant.EPOCH, entry.to()).toMinutes(),
                                entry.kind().isRuleDetectable() ? "" : " (no rule finds it)")));
        return 0;
    }

    private int run(FleetPlan plan, FleetEnvironment environment) throws Exception {
        try (IotClient iot = IotClients.open(environment)) {
            var registration = new Registration(iot);
            say("registering and connecting %d devices".formatted(plan.devices().size()));
            try {
                var credentials = registration.create(plan.devices());
                if (!options.withoutProfiles) {
                    new ReferenceProfiles(iot).attach();
                }
                Timeline timeline;
                GroundTruth truth;
                try (var simulation = new Simulation(plan, credentials, environment, clock)) {
                    simulation.connect();
                    timeline = new Timeline(clock.instant(), period());
                    truth = writeTruth(plan, timeline);
                    simulation.run(
                            timeline, PROGRESS, () -> say(simulation.tally().toString()));
                    say(simulation.tally().toString());
                }
                return options.withoutProfiles ? 0 : judge(iot, plan, timeline, truth);
            } finally {
                if (!options.keep) {
                    registration.remove();
                }
            }
        }
    }

    private GroundTruth writeTruth(FleetPlan plan, Timeline timeline) throws IOException {
        GroundTruth truth = GroundTruth.of(plan, timeline);
        if (options.groundTruth != null) {
            truth.write(options.groundTruth);
        }
        return truth;
    }

    /** Windows that are open at the end are judged one period later; whoever finds everything need not wait for them. */
    private int judge(IotClient iot, FleetPlan plan, Timeline timeline, GroundTruth truth) throws InterruptedException {
        var list =
                new AlarmList(iot, plan.devices().stream().map(DevicePlan::name).toList());
        Instant deadline = clock.instant().plus(period()).plus(GRACE);
        Verdict verdict = null;
        do {
            Thread.sleep(POLL);
            try {
                verdict = Verdict.of(truth, list.between(timeline.start(), clock.instant()), period());
            } catch (SdkClientException away) {
                if (clock.instant().isAfter(deadline.plus(PATIENCE))) {
                    throw away;
                }
            }
        } while (verdict == null || clock.instant().isBefore(deadline));
        verdict.found().forEach(entry -> say("found    %-20s on %s".formatted(entry.kind(), entry.thing())));
        verdict.missed().forEach(entry -> say("MISSED   %-20s on %s".formatted(entry.kind(), entry.thing())));
        verdict.falseAlarms()
                .forEach(
                        alarm -> say("FALSE    %s of %s at %s".formatted(alarm.behavior(), alarm.thing(), alarm.at())));
        say("recall %.3f, %d false alarms"
                .formatted(verdict.recall(), verdict.falseAlarms().size()));
        return verdict.isPerfect() ? 0 : FINDINGS;
    }

    private Duration period() {
        Duration period = options.period();
        if (period == null) {
            throw new IllegalStateException("--metric-period was not checked");
        }
        return period;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
