// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server, as {@code fleetward env} describes it. Immutable. */
public record FleetEnvironment(Map<String, String> variables) {
    private static final List<String> NEEDED = List.of(
            "AWS_ENDPOINT_URL",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_REGION",
            "FLEETWARD_MQTT_HOST",
            "FLEETWARD_MQTT_PORT",
            "FLEETWARD_CA_FILE");

    public FleetEnvironment {
        variables = Map.copyOf(variables);
    }

    /** Names of variables that are needed and not set. */
    public List<String> missing() {
        return NEEDED.stream().filter(name -> !variables.containsKey(name)).toList();
    }

    public URI endpoint() {
        return URI.create(get("AWS_ENDPOINT_URL"));
    }

    public String accessKeyId() {
        return get("AWS_ACCESS_KEY_ID");
    }

    public String secretAccessKey() {
        return get("AWS_SECRET_ACCESS_KEY");
    }

    public String region() {
        return get("AWS_REGION");
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

    @Override
    public String toString() {
        return "FleetEnvironment[" + endpoint() + "]";
    }

    private String get(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
