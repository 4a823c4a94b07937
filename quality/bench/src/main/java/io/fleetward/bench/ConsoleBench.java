// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The console's table of findings in a real browser, over a million findings: how long filtering, sorting and paging take
 * from the key or the click to the picture with the new rows.
 *
 * <p>The browser's part is {@code console/scripts/interaction.mjs}; it needs Node.js and Chromium.
 */
final class ConsoleBench implements Benchmark {
    private static final String FINDINGS = "1000000";
    private static final String ROUNDS = "40";
    private static final List<String> BROWSER = List.of("node", "scripts/interaction.mjs");

    @Override
    public String name() {
        return "console";
    }

    @Override
    public String purpose() {
        return "filtering, sorting and paging 1,000,000 findings in a browser [--findings N] [--rounds N]";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        int count = Integer.parseInt(context.option("--findings", FINDINGS));
        try (var scene = HubScene.open(context)) {
            HubBench.importAll(context, scene, new HubFindings(scene.scope(), count, Instant.now()), null);
            JsonNode figures = JsonMapper.shared().readTree(browse(context, scene));
            var result = new Result();
            figures.properties()
                    .forEach(figure ->
                            result.put(figure.getKey(), figure.getValue().asDouble()));
            return result;
        }
    }

    /** The last line of what the browser's part prints; the others are passed on. */
    private static String browse(BenchContext context, HubScene scene) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(BROWSER)
                .directory(Path.of(System.getProperty("fleetward.console", "console"))
                        .toFile())
                .redirectErrorStream(true);
        builder.environment().put("ROUNDS", context.option("--rounds", ROUNDS));
        builder.environment()
                .put("CONSOLE_SERVER", scene.process().environment().get("FLEETWARD_CONSOLE_URL"));
        builder.environment().put("CONSOLE_PASSWORD", scene.process().firstPassword());
        Process browser = builder.start();
        String last = "";
        try (var output = new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!last.isEmpty()) {
                    context.say(last);
                }
                last = line;
            }
        }
        int exitCode = browser.waitFor();
        if (exitCode != 0) {
            throw new IOException("the browser ended with exit code " + exitCode + ": " + last);
        }
        return last;
    }
}
