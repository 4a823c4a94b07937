// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy; its text is kept as it came, byte for byte. Immutable.
 *
 * @param number from 1 on
 */
public record PolicyVersion(AccountRegion scope, PolicyName policy, int number, String text, Instant createdAt) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** The number as clients write it. */
    public String id() {
        return Integer.toString(number);
    }

    /** The number that a client wrote, or null when no version can have it. */
    public static @Nullable Integer parseId(String id) {
        return NUMBER.matcher(id).matches() ? Integer.valueOf(id) : null;
    }
}
