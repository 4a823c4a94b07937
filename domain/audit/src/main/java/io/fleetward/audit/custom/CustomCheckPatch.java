// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked to be said of a custom check, as it came: what is null stays as it is.
 *
 * <p>Immutable. Nothing in it has been validated.
 *
 * @param severity the name of a {@link Severity}
 * @param resourceType the name of a {@link SubjectType}
 */
public record CustomCheckPatch(
        @Nullable String title,
        @Nullable String description,
        @Nullable String severity,
        @Nullable String resourceType,
        @Nullable String expression,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String remediation) {
    /** What comes of a change. */
    public sealed interface Outcome {
        /** This is the whole check after it. */
        record Changed(CustomCheck check) implements Outcome {}

        /** The change is refused as a whole, for all of these reasons. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Makes the check of this name, or changes it.
     *
     * @param current the check before, or the template it is made from; null when there is none
     */
    public Outcome applyTo(CheckName name, @Nullable CustomCheck current) {
        var problems = new ArrayList<Problem>();
        var check = new CustomCheck(
                name,
                required(problems, "title", title, current == null ? null : current.title()),
                optional(description, current == null ? null : current.description()),
                severity(problems, current == null ? null : current.severity()),
                subject(problems, current == null ? null : current.subject()),
                required(problems, "expression", expression, current == null ? null : current.expression()),
                new ReasonCode(required(
                        problems,
                        "reasonCode",
                        reasonCode,
                        current == null ? null : current.reasonCode().value())),
                required(problems, "reason", reason, current == null ? null : current.reason()),
                optional(remediation, current == null ? null : current.remediation()));
        if (problems.isEmpty()) {
            problems.addAll(check.problems());
        }
        return problems.isEmpty() ? new Outcome.Changed(check) : new Outcome.Refused(problems);
    }

    private Severity severity(List<Problem> problems, @Nullable Severity current) {
        for (Severity candidate : Severity.values()) {
            if (candidate.name().equals(severity)) {
                return candidate;
            }
        }
        if (severity != null || current == null) {
            problems.add(new Problem("severity", "must be one of " + Arrays.toString(Severity.values())));
        }
        return Objects.requireNonNullElse(current, Severity.LOW);
    }

    private SubjectType subject(List<Problem> problems, @Nullable SubjectType current) {
        SubjectType wanted = resourceType == null ? current : SubjectType.parse(resourceType);
        if (wanted == null) {
            problems.add(new Problem("resourceType", "must be one of " + Arrays.toString(SubjectType.values())));
            return SubjectType.THING;
        }
        if (current != null && wanted != current) {
            problems.add(new Problem("resourceType", "is " + current + " and cannot be changed"));
        }
        return wanted;
    }

    private static String required(
            List<Problem> problems, String where, @Nullable String given, @Nullable String current) {
        if (given == null && current == null) {
            problems.add(new Problem(where, "required"));
        }
        return optional(given, current);
    }

    private static String optional(@Nullable String given, @Nullable String current) {
        return given == null ? Objects.requireNonNullElse(current, "") : given;
    }
}
