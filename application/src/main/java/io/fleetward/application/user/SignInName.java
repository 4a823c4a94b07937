// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** The name that a person signs in with: {@code ann}, or {@code 111111111111/ann} where another account keeps him. */
final class SignInName {
    private SignInName() {}

    /** Who is meant; null when the text is no name. */
    static @Nullable UserId parse(String text, AccountId home) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        if (!UserId.isName(name)) {
            return null;
        }
        if (slash < 0) {
            return new UserId(home, name);
        }
        String account = text.substring(0, slash);
        return AccountId.isValid(account) ? new UserId(new AccountId(account), name) : null;
    }
}
