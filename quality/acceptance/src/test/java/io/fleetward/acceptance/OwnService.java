// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/**
 * The server's own service, called by the aws CLI, which has learnt of it from the model that comes with the product.
 *
 * @param caller whose calls they are
 * @param folder where the CLI is to find the model
 */
record OwnService(Environment caller, Path folder) {
    private static final String MODEL =
            "adapters/aws-model-generator/src/main/resources/models/fleetward-2026-11-28-model.json";

    /** What the commands print, each given without its first two words; all must succeed. */
    String call(String... commands) throws Exception {
        Path model = folder.resolve("models/fleetward/2026-11-28/service-2.json");
        Files.createDirectories(model.getParent());
        Files.write(model, Files.readAllBytes(Path.of(System.getProperty("fleetward.root"), MODEL)));
        var environment = new HashMap<>(caller.variables());
        environment.put("AWS_DATA_PATH", folder.resolve("models").toString());
        String script = "aws fleetward " + String.join(" && aws fleetward ", commands);
        Outcome outcome = Commands.shell(script, environment);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }
}
