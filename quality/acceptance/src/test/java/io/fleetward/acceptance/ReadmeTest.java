// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code console} block of the README, pasted into one shell, gives the output shown. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    /** What differs from run to run: ids and times. */
    private static final Pattern VARYING = Pattern.compile(
            "[0-9a-f]{32,64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{10}(\\.[0-9]+)?|20[0-9]{2}-[0-9T:.Z+-]{10,}");

    @TempDir
    Path folder;

    private record Line(String command, String expected) {}

    @Test
    void theLinesOfTheReadmeGiveTheOutputsShown() throws Exception {
        List<Line> lines = lines(Files.readString(Path.of(System.getProperty("fleetward.root"), "README.md")));
        assertThat(lines).hasSizeGreaterThan(5);
        Path data = folder.resolve("data");
        try (var server = ServerProcess.start(Commands.SERVER, data, Duration.ofSeconds(10))) {
            assertThat(server.startUp()).isPositive();
            Path session = Files.createDirectory(folder.resolve("session"));
            for (Line line : lines) {
                Commands.Outcome outcome = Commands.shell(
                        shell(session) + line.command(), server.environment().variables());
                assertThat(steady(outcome.output())).as(line.command()).isEqualTo(steady(line.expected()));
                assertThat(outcome.exitCode()).as(line.command()).isZero();
            }
        }
    }

    /** One shell per line, with the variables that earlier lines set. */
    private static String shell(Path session) {
        String state = session.resolve("variables").toString();
        return """
                cd '%s'
                if [ -f '%s' ]; then . '%s'; fi
                trap 'declare -p | grep -E "^declare -- [A-Z]+=" > %s || true' EXIT
                """.formatted(session, state, state, state);
    }

    private static List<Line> lines(String readme) {
        var lines = new ArrayList<Line>();
        Matcher blocks = BLOCK.matcher(readme);
        while (blocks.find()) {
            for (String part : blocks.group(1).split("(?m)^\\$ ", -1)) {
                if (!part.isBlank()) {
                    lines.add(line(part));
                }
            }
        }
        return lines;
    }

    /** The command runs to the first line that does not end with a backslash; what follows is its output. */
    private static Line line(String part) {
        int end = part.indexOf('\n');
        while (end > 0 && part.charAt(end - 1) == '\\') {
            end = part.indexOf('\n', end + 1);
        }
        return new Line(part.substring(0, end), part.substring(end + 1));
    }

    private static String steady(String output) {
        return VARYING.matcher(output.strip()).replaceAll("…");
    }
}
