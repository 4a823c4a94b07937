// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.regex.Pattern;

/**
 * The name of a policy: 1 to 128 letters, digits and {@code _ + = , . @ -} (iot-core, objects and limits).
 *
 * <p>Immutable.
 */
public record PolicyName(String value) implements Comparable<PolicyName> {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "policy";

    private static final Pattern FORM = Pattern.compile("[\\w+=,.@-]{1,128}");

    public PolicyName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the name of a policy: " + value);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The ARN of the policy with this name. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(PolicyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
