// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that {@code fleetward env} exports, as a shell would see them. Immutable. */
public record Environment(Map<String, String> variables) {
    private static final String EXPORT = "export ";

    public Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * Asks the server's program for the environment of the server running on that data folder.
     *
     * @param further further options of {@code env}
     */
    public static Environment of(List<String> command, Path data, List<String> further)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(List.of("env", "--data", data.toString()));
        words.addAll(further);
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Nobody hears its warning about an old aws CLI, which takes longer to start than the program itself.
        builder.environment().put("PATH", data.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("fleetward env failed: " + text);
        }
        return parse(text);
    }

    static Environment parse(String exports) {
        var variables = new HashMap<String, String>();
        for (String line : exports.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (line.startsWith(EXPORT) && equals > 0) {
                variables.put(line.substring(EXPORT.length(), equals), unquote(line.substring(equals + 1)));
            }
        }
        return new Environment(variables);
    }

    private static String unquote(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1).replace("'\\''", "'")
                : value;
    }

    /** The value of a variable that must be there. */
    public String get(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("fleetward env did not export " + name + ", only " + variables.keySet());
        }
        return value;
    }

    public URI endpoint() {
        return URI.create(get("AWS_ENDPOINT_URL"));
    }

    public String mqttHost() {
        return get("FLEETWARD_MQTT_HOST");
    }

    public int mqttPort() {
        return Integer.parseInt(get("FLEETWARD_MQTT_PORT"));
    }

    public Path caFile() {
        return Path.of(get("FLEETWARD_CA_FILE"));
    }
}
