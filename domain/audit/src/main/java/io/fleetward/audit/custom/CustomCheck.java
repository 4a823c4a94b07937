// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A check that an account wrote itself (audit, beyond AWS).
 *
 * <p>Immutable.
 *
 * @param name begins with {@link #PREFIX}
 * @param title its name for people
 * @param description what it looks for and why, may be empty
 * @param expression holds for a resource that is not compliant
 * @param reasonCode the code that all its findings carry
 * @param reason one sentence on a resource that is not compliant
 * @param remediation what to do about it, may be empty
 */
public record CustomCheck(
        CheckName name,
        String title,
        String description,
        Severity severity,
        SubjectType subject,
        String expression,
        ReasonCode reasonCode,
        String reason,
        String remediation) {
    /** What the names of such checks begin with, and those of no others. */
    public static final String PREFIX = "CUSTOM_";

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_TEXT = 1000;
    public static final int LONGEST_EXPRESSION = 2048;

    private static final Pattern NAME = Pattern.compile(PREFIX + "[A-Z0-9_]{1,121}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,128}");

    /** Whether a check of this name can only be a custom one. */
    public static boolean isNamedLikeOne(CheckName name) {
        return name.value().startsWith(PREFIX);
    }

    /** Everything that is wrong with it, apart from the expression as such; empty when it can be kept. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(name.value()).matches()) {
            problems.add(new Problem(
                    "checkName", PREFIX + " and 1 to 121 of A-Z, 0-9 and _ make the name of a custom check: " + name));
        }
        if (!CODE.matcher(reasonCode.value()).matches()) {
            problems.add(new Problem("reasonCode", "must be 1 to 128 of A-Z, 0-9 and _: " + reasonCode));
        }
        requireLength(problems, "title", title, 1, LONGEST_TITLE);
        requireLength(problems, "reason", reason, 1, LONGEST_TEXT);
        requireLength(problems, "description", description, 0, LONGEST_TEXT);
        requireLength(problems, "remediation", remediation, 0, LONGEST_TEXT);
        requireLength(problems, "expression", expression, 1, LONGEST_EXPRESSION);
        return problems;
    }

    private static void requireLength(List<Problem> problems, String where, String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            problems.add(new Problem(where, "must have " + min + " to " + max + " characters, not " + text.length()));
        }
    }
}
