// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code run.json} in the data folder: where the server that runs on it can be reached; mode 600, gone when it stops.
 *
 * @param host the host name that the server's certificate names
 * @param region the region that clients start with
 */
record RunFile(long pid, String host, String region, int httpPort, int httpsPort, int mqttPort, String caFile) {
    private static final String NAME = "run.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where a browser finds the console. */
    String consoleUrl() {
        return "https://" + host + ":" + httpsPort;
    }

    /** Writes the file whole: a reader sees the old one or the new one. */
    void write(Path data) throws IOException {
        var node = JSON.createObjectNode();
        node.put("pid", pid);
        node.put("host", host);
        node.put("region", region);
        node.put("httpPort", httpPort);
        node.put("httpsPort", httpsPort);
        node.put("mqttPort", mqttPort);
        node.put("caFile", caFile);
        Path draft = data.resolve(NAME + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, node.toPrettyString());
        Files.move(draft, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(NAME));
    }

    /** Reads the file, or fails with exit code 69 when there is none to be read. */
    static RunFile read(Path data) throws IOException {
        Path file = data.resolve(NAME);
        if (Files.notExists(file)) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "no server is running on " + data.toAbsolutePath() + " (no " + NAME
                            + "); start one with: fleetward up --data " + data);
        }
        try {
            return parse(JSON.readTree(Files.readString(file)));
        } catch (JacksonException damaged) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE, file + " is damaged; start the server again, which writes it anew");
        }
    }

    private static RunFile parse(JsonNode node) {
        return new RunFile(
                node.required("pid").asLong(),
                node.required("host").asString(),
                node.required("region").asString(),
                node.required("httpPort").asInt(),
                node.required("httpsPort").asInt(),
                node.required("mqttPort").asInt(),
                node.required("caFile").asString());
    }
}
