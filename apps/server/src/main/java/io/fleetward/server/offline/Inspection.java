// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.Severity;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.policy.document.Position;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the checks found in files.
 *
 * <p>Immutable.
 *
 * @param files how many were inspected
 * @param findings the worst first, then by file and place; each fault once
 * @param known how many faults are left out because they were known before
 */
public record Inspection(int files, List<FileFinding> findings, int known) {
    private static final Comparator<FileFinding> ORDER = Comparator.comparing(FileFinding::severity)
            .thenComparing(FileFinding::file)
            .thenComparing(
                    FileFinding::position,
                    Comparator.comparingInt(Position::line).thenComparingInt(Position::column))
            .thenComparing(finding -> finding.checkName().value())
            .thenComparing(FileFinding::fingerprint);

    public Inspection {
        findings = List.copyOf(findings);
    }

    /** Runs over every file the checks that need nothing else. */
    public static Inspection of(Inventory inventory, Instant now) {
        Map<String, FileFinding> found = new LinkedHashMap<>();
        for (InspectedFile file : inventory.files()) {
            for (AuditCheck check : file.checks()) {
                if (!inventory.disabled().contains(check.description().name())) {
                    inspect(inventory, file, check, now)
                            .forEach(finding -> found.putIfAbsent(finding.fingerprint(), finding));
                }
            }
        }
        Set<String> files = inventory.files().stream().map(InspectedFile::name).collect(Collectors.toSet());
        return new Inspection(
                files.size(), found.values().stream().sorted(ORDER).toList(), 0);
    }

    /** The same without the faults that have these fingerprints. */
    public Inspection without(Collection<String> fingerprints) {
        List<FileFinding> rest = findings.stream()
                .filter(finding -> !fingerprints.contains(finding.fingerprint()))
                .toList();
        return new Inspection(files, rest, known + findings.size() - rest.size());
    }

    /** Whether a fault is at least that bad. */
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) <= 0);
    }

    private static List<FileFinding> inspect(Inventory inventory, InspectedFile file, AuditCheck check, Instant now) {
        CheckSettings settings =
                inventory.settings().getOrDefault(check.description().name(), CheckSettings.DEFAULTS);
        return check.inspect(file.view(), settings, now).nonCompliances().stream()
                .map(fault -> FileFinding.of(file, check.description(), fault))
                .toList();
    }
}
