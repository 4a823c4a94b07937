// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.CustomAuditCheck;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.CustomCheckPatch;
import io.fleetward.audit.custom.Fact;
import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads custom checks: one in a file, as {@code CreateAuditCheck} takes it, or several, as {@code ListAuditChecks} prints
 * them. Confined to one thread.
 *
 * @param notRun receives why a check is not run over files
 */
record CheckFiles(PredicateLanguage language, List<String> problems, List<String> notRun) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The checks of the file that need nothing but a resource itself. */
    List<CustomAuditCheck> read(SourceFile file) {
        JsonNode node = tree(file);
        if (node == null) {
            return List.of();
        }
        var found = new ArrayList<CustomAuditCheck>();
        JsonNode several = node.path("checks");
        Iterable<JsonNode> checks = several.isArray() ? several : List.of(node);
        for (JsonNode each : checks) {
            CustomAuditCheck check = read(file, each);
            if (check != null) {
                found.add(check);
            }
        }
        return found;
    }

    private @Nullable CustomAuditCheck read(SourceFile file, JsonNode node) {
        String name = text(node, "checkName");
        if (name == null || name.isEmpty()) {
            problems.add(file.name() + ": checkName: required");
            return null;
        }
        var patch = new CustomCheckPatch(
                text(node, "title"),
                text(node, "description"),
                text(node, "severity"),
                text(node, "resourceType"),
                text(node, "expression"),
                text(node, "reasonCode"),
                text(node, "reason"),
                text(node, "remediation"));
        return switch (patch.applyTo(new CheckName(name), null)) {
            case CustomCheckPatch.Outcome.Changed(CustomCheck check) -> runnable(file, check);
            case CustomCheckPatch.Outcome.Refused(List<Problem> refused) -> {
                refused.forEach(problem -> problems.add(file.name() + ": " + name + ": " + problem));
                yield null;
            }
        };
    }

    private @Nullable CustomAuditCheck runnable(SourceFile file, CustomCheck check) {
        var outcome = language.compile(check.subject(), check.expression());
        if (outcome instanceof PredicateLanguage.Outcome.Refused(List<Problem> refused)) {
            refused.forEach(problem -> problems.add(file.name() + ": " + check.name() + ": expression: " + problem));
            return null;
        }
        var made = new CustomAuditCheck(check, outcome);
        if (made.needsOnlyTheResource()) {
            return made;
        }
        notRun.add(check.name() + " is not run over files, which do not say "
                + check.subject().facts().stream()
                        .filter(fact -> fact.source() != Fact.Source.RESOURCE)
                        .map(Fact::name)
                        .filter(check.expression()::contains)
                        .toList());
        return null;
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.path(member).isString() ? node.path(member).stringValue() : null;
    }

    private @Nullable JsonNode tree(SourceFile file) {
        String text = file.read(problems);
        if (text == null) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            problems.add(file.name() + ": not a JSON object");
        } catch (JacksonException malformed) {
            problems.add(file.name() + ": not JSON");
        }
        return null;
    }
}
