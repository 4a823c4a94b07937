// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults that are known and accepted for now, in a file that lies beside what it speaks of.
 *
 * <p>Immutable. Beside each fingerprint the file names check and file, so that people can read it.
 */
public record Baseline(Set<String> fingerprints) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int VERSION = 1;

    public Baseline {
        fingerprints = Set.copyOf(fingerprints);
    }

    /** Reads the file. */
    public static Baseline read(Path file) throws UnreadableFiles {
        var problems = new ArrayList<String>();
        String text = new SourceFile(file, file.toString()).read(problems);
        if (text == null) {
            throw new UnreadableFiles(problems);
        }
        try {
            return parse(JSON.readTree(text), file);
        } catch (JacksonException malformed) {
            throw unreadable(file, "not JSON");
        }
    }

    /** Writes the file anew: these faults are known from now on. */
    public static void write(Path file, List<FileFinding> findings) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ArrayNode known = root.putArray("known");
        for (FileFinding finding : findings) {
            known.addObject()
                    .put("fingerprint", finding.fingerprint())
                    .put("check", finding.checkName().value())
                    .put("file", finding.file());
        }
        Files.writeString(file, root.toPrettyString() + "\n");
    }

    /** How many of the faults are not found any more. */
    public long gone(List<FileFinding> findings) {
        var found = new LinkedHashSet<String>();
        findings.forEach(finding -> found.add(finding.fingerprint()));
        return fingerprints.stream().filter(known -> !found.contains(known)).count();
    }

    private static Baseline parse(JsonNode root, Path file) throws UnreadableFiles {
        if (root.path("version").asInt(0) != VERSION || !root.path("known").isArray()) {
            throw unreadable(file, "not a baseline that --write-baseline wrote");
        }
        var fingerprints = new LinkedHashSet<String>();
        for (JsonNode known : root.path("known")) {
            fingerprints.add(known.path("fingerprint").asString(""));
        }
        return new Baseline(fingerprints);
    }

    private static UnreadableFiles unreadable(Path file, String reason) {
        return new UnreadableFiles(List.of(file + ": " + reason));
    }
}
