// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was started with. Immutable.
 *
 * @param areMetricsNamed whether the file of custom metrics was asked for, so that it must be there
 */
record AgentOptions(
        Path credentials,
        Path state,
        Path metricsFile,
        boolean areMetricsNamed,
        Path proc,
        boolean isProcNamed,
        Duration interval,
        boolean isOnce,
        boolean isDryRun) {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(s|m|h)");

    /** What a command line came to. */
    sealed interface Parsed {
        record Help() implements Parsed {}

        record Wrong(String problem) implements Parsed {}

        record Options(AgentOptions options) implements Parsed {}
    }

    static Parsed parse(List<String> arguments) {
        var reader = new Reader();
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (word.equals("--help") || word.equals("-h")) {
                return new Parsed.Help();
            }
            String problem = reader.take(word, words);
            if (problem != null) {
                return new Parsed.Wrong(problem);
            }
        }
        return new Parsed.Options(reader.options());
    }

    /** Reads words from the left to the right. */
    private static final class Reader {
        private Path credentials = Path.of("/etc/fleetward-agent");
        private Path proc = Path.of("/proc");
        private Duration interval = Duration.ofMinutes(5);
        private @Nullable Path state;
        private @Nullable Path metrics;
        private boolean isProcNamed;
        private boolean isOnce;
        private boolean isDryRun;

        /** Takes an option with its value; answers what is wrong with it. */
        @Nullable
        String take(String word, Iterator<String> rest) {
            switch (word) {
                case "--once" -> isOnce = true;
                case "--dry-run" -> isDryRun = true;
                case "--credentials", "--state", "--metrics", "--proc", "--interval" -> {
                    return rest.hasNext() ? take(word, rest.next()) : word + " needs a value";
                }
                default -> {
                    return "unknown option: " + word;
                }
            }
            return null;
        }

        private @Nullable String take(String option, String value) {
            switch (option) {
                case "--credentials" -> credentials = Path.of(value);
                case "--state" -> state = Path.of(value);
                case "--metrics" -> metrics = Path.of(value);
                case "--proc" -> {
                    proc = Path.of(value);
                    isProcNamed = true;
                }
                default -> {
                    Duration time = time(value);
                    if (time == null || time.compareTo(SHORTEST) < 0) {
                        return "--interval " + value + ": must be a time of 10s or more, such as 30s, 5m or 1h";
                    }
                    interval = time;
                }
            }
            return null;
        }

        AgentOptions options() {
            return new AgentOptions(
                    credentials,
                    state == null ? credentials : state,
                    metrics == null ? credentials.resolve("metrics.conf") : metrics,
                    metrics != null,
                    proc,
                    isProcNamed,
                    interval,
                    isOnce,
                    isDryRun);
        }

        private static @Nullable Duration time(String text) {
            Matcher matcher = TIME.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
    }
}
