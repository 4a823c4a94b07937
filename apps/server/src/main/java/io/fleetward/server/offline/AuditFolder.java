// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.application.registry.certificate.CertificateParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account as files in a folder, each of which may be missing, but not all.
 *
 * <table>
 * <caption>The layout</caption>
 * <tr><td>{@code policies/**.json}</td><td>policy documents</td></tr>
 * <tr><td>{@code certificates/**.pem}</td><td>device certificates, one or more in a file</td></tr>
 * <tr><td>{@code ca-certificates/**.pem}</td><td>CA certificates</td></tr>
 * <tr><td>{@code logging.json}</td><td>what {@code aws iot get-v2-logging-options} prints</td></tr>
 * <tr><td>{@code audit-configuration.json}</td>
 *     <td>what {@code aws iot describe-account-audit-configuration} prints</td></tr>
 * </table>
 */
public final class AuditFolder {
    private static final String POLICIES = "policies";
    private static final String CERTIFICATES = "certificates";
    private static final String CA_CERTIFICATES = "ca-certificates";
    private static final String LOGGING = "logging.json";
    private static final String CONFIGURATION = "audit-configuration.json";
    private static final int DEEPEST = 16;

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private AuditFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads everything in the folder, or tells every problem at once. */
    public static Inventory read(Path folder, CertificateParser parser, PolicyScopes scopes) throws UnreadableFiles {
        return new AuditFolder(folder).read(parser, scopes);
    }

    private Inventory read(CertificateParser parser, PolicyScopes scopes) throws UnreadableFiles {
        var certificates = new CertificateFiles(parser, scopes.otherwise(), problems);
        var settings = new SettingsFiles(scopes.otherwise(), problems);
        var files = new ArrayList<InspectedFile>();
        files.addAll(PolicyFiles.read(files(POLICIES, ".json"), scopes, problems));
        files(CERTIFICATES, ".pem").forEach(file -> files.addAll(certificates.ofDevices(file)));
        files(CA_CERTIFICATES, ".pem").forEach(file -> files.addAll(certificates.ofAuthorities(file)));
        files(LOGGING, "").forEach(file -> files.addAll(settings.logging(file)));
        files(CONFIGURATION, "").forEach(settings::configuration);
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(folder + ": holds none of " + String.join(", ", layout()));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableFiles(problems);
        }
        return new Inventory(files, settings.chosen(), settings.disabled());
    }

    private static List<String> layout() {
        return List.of(POLICIES + "/*.json", CERTIFICATES + "/*.pem", CA_CERTIFICATES + "/*.pem", LOGGING);
    }

    /** The files of that name or below the folder of that name, in the order of their names. */
    private List<SourceFile> files(String name, String ending) {
        Path start = folder.resolve(name);
        if (Files.notExists(start)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(start, DEEPEST)) {
            return found.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> SourceFile.seenFrom(folder, file))
                    .toList();
        } catch (IOException unreadable) {
            problems.add(name + ": cannot be read: " + unreadable);
            return List.of();
        }
    }
}
