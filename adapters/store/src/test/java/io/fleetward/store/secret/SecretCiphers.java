// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import java.security.SecureRandom;

/** Ciphers for tests. */
public final class SecretCiphers {
    private SecretCiphers() {}

    /** A cipher under a key of zeros. */
    public static SecretCipher any() {
        return new SecretCipher(new MasterKey(new byte[MasterKey.BYTES]), new SecureRandom());
    }
}
