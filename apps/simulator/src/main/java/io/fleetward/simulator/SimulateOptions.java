// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator;

import io.fleetward.simulator.plan.AttackKind;
import io.fleetward.simulator.plan.FleetPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says. */
final class SimulateOptions {
    private static final Pattern SECONDS_OR_MINUTES = Pattern.compile("(\\d{1,5})([sm])");

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "200",
            description = "how many devices (default: ${DEFAULT-VALUE})")
    int devices;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "how many minutes of simulated time, at least 30 (default: ${DEFAULT-VALUE})")
    int minutes;

    @Option(
            names = "--metric-period",
            paramLabel = "TIME",
            description = "the server's metric period; five simulated minutes last as long, so that shorter means"
                    + " faster (default: 5m)")
    String metricPeriod = "5m";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed, the same fleet and the same attacks (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--start-hour",
            paramLabel = "H",
            defaultValue = "12",
            description = "the hour of the simulated day at the start, 0 to 23 (default: ${DEFAULT-VALUE})")
    int startHour;

    @Option(
            names = "--attacks",
            paramLabel = "KIND",
            split = ",",
            description = "kinds of attacks: ${COMPLETION-CANDIDATES} (default: all)")
    @Nullable
    List<AttackKind> attacks;

    @Option(
            names = "--attacks-of-each",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many devices suffer each kind; 0 for an undisturbed fleet (default: ${DEFAULT-VALUE})")
    int attacksOfEach;

    @Option(
            names = "--ground-truth",
            paramLabel = "FILE",
            description = "where to write what was attacked when, one JSON object per line")
    @Nullable
    Path groundTruth;

    @Option(
            names = "--without-profiles",
            description = "leave security profiles as they are, and do not compare alarms with attacks")
    boolean withoutProfiles;

    @Option(names = "--keep", description = "leave the things and certificates in the registry")
    boolean keep;

    @Option(names = "--dry-run", description = "tell what would be done, without a server")
    boolean dryRun;

    /** Everything that is wrong, in one line each. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (devices < 1 || devices > 50_000) {
            problems.add("--devices must be between 1 and 50000");
        }
        if (minutes < FleetPlan.SHORTEST_MS / 60_000 || minutes > 7 * 24 * 60) {
            problems.add("--minutes must be between " + FleetPlan.SHORTEST_MS / 60_000 + " and 10080");
        }
        if (startHour < 0 || startHour > 23) {
            problems.add("--start-hour must be between 0 and 23");
        }
        if (attacksOfEach < 0 || (long) kinds().size() * attacksOfEach > devices) {
            problems.add("--attacks-of-each: each attack needs a device of its own, and there are " + kinds().size()
                    + " kinds for " + devices + " devices");
        }
        if (period() == null) {
            problems.add("--metric-period must be between 1s and 5m, such as 10s");
        }
        return problems;
    }

    List<AttackKind> kinds() {
        return attacks == null ? List.of(AttackKind.values()) : attacks;
    }

    /** The metric period; null when the text is none. */
    @Nullable
    Duration period() {
        Matcher matcher = SECONDS_OR_MINUTES.matcher(metricPeriod);
        if (!matcher.matches()) {
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration period = matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
        boolean isFit = period.toSeconds() >= 1 && period.toMinutes() <= 5;
        return isFit ? period : null;
    }

    FleetPlan.Wishes wishes() {
        return new FleetPlan.Wishes(
                seed, devices, Duration.ofMinutes(minutes).toMillis(), startHour, kinds(), attacksOfEach);
    }
}
