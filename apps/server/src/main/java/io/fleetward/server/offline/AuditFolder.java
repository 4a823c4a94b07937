// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.application.audit.RevocationListSource;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.check.CustomAuditCheck;
import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.server.offline.CertificateFiles.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An account as files in a folder, each of which may be missing, but not all.
 *
 * <table>
 * <caption>The layout</caption>
 * <tr><td>{@code policies/**.json}</td><td>policy documents</td></tr>
 * <tr><td>{@code certificates/**.pem}</td><td>device certificates, one or more in a file</td></tr>
 * <tr><td>{@code ca-certificates/**.pem}</td><td>CA certificates</td></tr>
 * <tr><td>{@code crls/*.crl}, {@code crls/*.pem}</td><td>revocation lists that those CAs signed</td></tr>
 * <tr><td>{@code checks/**.json}</td><td>custom checks</td></tr>
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
    private static final String LISTS = "crls";
    private static final String CHECKS = "checks";
    private static final String CONFIGURATION = "audit-configuration.json";
    private static final int DEEPEST = 16;

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notRun = new ArrayList<>();

    private AuditFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads everything in the folder, or tells every problem at once. */
    public static Inventory read(Path folder, Reading reading, PolicyScopes scopes) throws UnreadableFiles {
        return new AuditFolder(folder).read(reading, scopes);
    }

    /** What reads certificates, the revocation lists in a folder, and the expressions of custom checks. */
    public record Reading(
            CertificateParser parser, Function<Path, RevocationListSource> lists, PredicateLanguage language) {}

    private Inventory read(Reading reading, PolicyScopes scopes) throws UnreadableFiles {
        var certificates = new CertificateFiles(reading.parser(), scopes.otherwise(), problems);
        var settings = new SettingsFiles(scopes.otherwise(), problems);
        var files = new ArrayList<InspectedFile>();
        files.addAll(PolicyFiles.read(files(POLICIES, ".json"), scopes, problems));
        List<Found> authorities = found(certificates, CA_CERTIFICATES);
        FileIssuers issuers = FileIssuers.of(
                reading.parser(),
                authorities.stream().map(Found::certificate).toList(),
                reading.lists().apply(folder.resolve(LISTS)));
        found(certificates, CERTIFICATES).forEach(device -> files.add(certificates.inspectedDevice(device, issuers)));
        authorities.forEach(authority -> files.add(certificates.inspectedAuthority(authority, issuers)));
        files(LOGGING, "").forEach(file -> files.addAll(settings.logging(file)));
        files(CONFIGURATION, "").forEach(settings::configuration);
        var checks = new CheckFiles(reading.language(), problems, notRun);
        List<CustomAuditCheck> custom = files(CHECKS, ".json").stream()
                .flatMap(file -> checks.read(file).stream())
                .toList();
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(folder + ": holds none of " + String.join(", ", layout()));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableFiles(problems);
        }
        return new Inventory(
                files.stream().map(file -> file.with(custom)).toList(), settings.chosen(), settings.disabled(), notRun);
    }

    private List<Found> found(CertificateFiles certificates, String name) {
        return files(name, ".pem").stream()
                .flatMap(file -> certificates.read(file).stream())
                .toList();
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
