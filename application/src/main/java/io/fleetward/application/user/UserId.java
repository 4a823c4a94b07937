// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.kernel.AccountId;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Names one person within the account that keeps him. Immutable. */
public record UserId(AccountId account, String name) implements Comparable<UserId> {
    /** What IAM allows as a user name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

    private static final Comparator<UserId> ORDER =
            Comparator.comparing(UserId::account).thenComparing(UserId::name);

    public UserId {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a user name");
        }
    }

    /** Whether the text may be a user's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** For example {@code arn:aws:iam::000000000000:user/ann}. */
    public String arn() {
        return "arn:aws:iam::" + account + ":user/" + name;
    }

    @Override
    public int compareTo(UserId other) {
        return ORDER.compare(this, other);
    }
}
