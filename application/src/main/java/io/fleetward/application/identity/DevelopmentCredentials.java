// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * For test suites that want as many accounts as they like: any 12-digit access key id is the administrator of the
 * account of that number, with the secret {@code test}. Other ids go to the real credentials. Thread-safe.
 *
 * <p>Used only behind {@code --dev-accounts}, which refuses to listen beyond the loopback interface.
 */
public final class DevelopmentCredentials implements Credentials {
    private static final AccessKeySecret SECRET = new AccessKeySecret("test");

    private final Credentials real;

    public DevelopmentCredentials(Credentials real) {
        this.real = real;
    }

    @Override
    public void used(String accessKeyId) {
        real.used(accessKeyId);
    }

    @Override
    public @Nullable Credential find(String accessKeyId) {
        if (!AccountId.isValid(accessKeyId)) {
            return real.find(accessKeyId);
        }
        var account = new AccountId(accessKeyId);
        return new Credential(accessKeyId, SECRET, account, "arn:aws:iam::" + account + ":root", Role.ADMINISTRATOR);
    }
}
