// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console in a real Chromium, on a server with the demonstration fleet: what {@code console/e2e} describes.
 *
 * <p>What is marked as core there; the rest takes many minutes and runs with {@code -Dfleetward.browser.all=true}.
 * Skipped, loudly, where no Chromium or no Node.js can be had.
 */
class WebConsoleTest {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final long CORE_SECONDS = 540;
    private static final long ALL_SECONDS = 5400;
    private static final Path CONSOLE = Path.of(System.getProperty("fleetward.root"), "console");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path folder;

    @Test
    void peopleDoEverythingInABrowser() throws Exception {
        need(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM);
        need(Files.isDirectory(CONSOLE.resolve("node_modules")), "Node.js did not build the console");
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD, "--demo")) {
            Outcome outcome = playwright(server);
            assertThat(outcome.exitCode()).as("%s", outcome.output()).isZero();
        }
    }

    private static Outcome playwright(ServerProcess server) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("npx", "--no-install", "playwright", "test"));
        boolean isAll = Boolean.getBoolean("fleetward.browser.all");
        if (!isAll) {
            words.addAll(List.of("--grep", "@core"));
        }
        return Commands.run(
                new ProcessBuilder(words).directory(CONSOLE.toFile()),
                Map.of(
                        "CONSOLE_SERVER", server.environment().get("FLEETWARD_CONSOLE_URL"),
                        "CONSOLE_PASSWORD", server.firstPassword(),
                        "CONSOLE_COMMAND", String.join("\n", Commands.SERVER),
                        "CHROMIUM", CHROMIUM.toString()),
                isAll ? ALL_SECONDS : CORE_SECONDS);
    }

    private static void need(boolean isThere, String why) {
        if (!isThere) {
            System.err.println("fleetward: WARNING: the browser tests are SKIPPED: " + why);
        }
        assumeTrue(isThere, why);
    }
}
