// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.IotPolicyOverlyPermissiveCheck;
import io.fleetward.audit.check.IotPolicyPotentialMisconfigurationCheck;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads policy documents, one in each file; the file's name is the policy's. */
public final class PolicyFiles {
    private static final List<AuditCheck> CHECKS =
            List.of(new IotPolicyOverlyPermissiveCheck(), new IotPolicyPotentialMisconfigurationCheck());

    /** There is no other version of a policy in a file. */
    private static final String VERSION = "1";

    private PolicyFiles() {}

    /** The files for the checks of policies, as seen from that folder, or every problem at once. */
    public static Inventory inspected(Path folder, List<Path> files, PolicyScopes scopes) throws UnreadableFiles {
        var problems = new ArrayList<String>();
        List<InspectedFile> inspected = read(seenFrom(folder, files), scopes, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableFiles(problems);
        }
        return Inventory.of(inspected);
    }

    /** What changes from the policy in one file to that in the other; their names here are the files'. */
    public static PolicyComparison compared(Path folder, Path before, Path after, PolicyScopes scopes)
            throws UnreadableFiles {
        var problems = new ArrayList<String>();
        NamedPolicy old = named(SourceFile.seenFrom(folder, before), problems);
        NamedPolicy changed = named(SourceFile.seenFrom(folder, after), problems);
        if (old == null || changed == null) {
            throw new UnreadableFiles(problems);
        }
        return PolicyComparison.of(old, changed, scopes);
    }

    private static @Nullable NamedPolicy named(SourceFile file, List<String> problems) {
        NamedPolicy policy = read(file, problems);
        return policy == null ? null : new NamedPolicy(file.name(), VERSION, policy.document());
    }

    /** What can be read of these files, once for each account and region that a policy is meant for. */
    static List<InspectedFile> read(List<SourceFile> files, PolicyScopes scopes, List<String> problems) {
        var inspected = new ArrayList<InspectedFile>();
        for (SourceFile file : files) {
            NamedPolicy policy = read(file, problems);
            if (policy != null) {
                scopes.of(List.of(policy.document())).stream()
                        .map(scope -> FileView.ofPolicy(scope, policy))
                        .map(view -> new InspectedFile(file.name(), InspectedFile.BEGINNING, view, CHECKS))
                        .forEach(inspected::add);
            }
        }
        return inspected;
    }

    private static @Nullable NamedPolicy read(SourceFile file, List<String> problems) {
        String text = file.read(problems);
        if (text == null) {
            return null;
        }
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy(file.stem(), VERSION, document);
            case ParseResult.Malformed(Position position, String reason) -> {
                problems.add(file.name() + ":" + position.line() + ":" + position.column() + ": not a policy document: "
                        + reason);
                yield null;
            }
        };
    }

    private static List<SourceFile> seenFrom(Path folder, List<Path> files) {
        return files.stream().map(file -> SourceFile.seenFrom(folder, file)).toList();
    }
}
