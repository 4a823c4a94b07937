// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.TerminalException;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
    private final SecretCipher cipher = SecretCiphers.any();

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.open(cipher.seal("säcret", "place"), "place")).isEqualTo("säcret");
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(cipher.seal("secret", "place")).isNotEqualTo(cipher.seal("secret", "place"));
    }

    @Test
    void opensASecretOnlyInItsPlace() {
        String sealed = cipher.seal("secret", "place");

        assertThatThrownBy(() -> cipher.open(sealed, "elsewhere")).isInstanceOf(TerminalException.class);
    }

    @Test
    void opensASecretOnlyUnderItsKey() {
        byte[] other = new byte[MasterKey.BYTES];
        other[0] = 1;
        String sealed = new SecretCipher(new MasterKey(other), new SecureRandom()).seal("secret", "place");

        assertThatThrownBy(() -> cipher.open(sealed, "place")).isInstanceOf(TerminalException.class);
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] sealed =
                Base64.getDecoder().decode(cipher.seal("secret", "place").substring(2));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            String text = "1:" + Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> cipher.open(text, "place")).isInstanceOf(TerminalException.class);
        }
    }

    @Test
    void derivesOneKeyForEachPurposeAndMasterKey() {
        byte[] other = new byte[MasterKey.BYTES];
        other[0] = 1;

        assertThat(cipher.keyFor("page tokens"))
                .hasSize(32)
                .isEqualTo(SecretCiphers.any().keyFor("page tokens"))
                .isNotEqualTo(cipher.keyFor("something else"))
                .isNotEqualTo(new SecretCipher(new MasterKey(other), new SecureRandom()).keyFor("page tokens"))
                .isNotEqualTo(new byte[MasterKey.BYTES]);
    }

    @Test
    void refusesWhatItNeverSealed() {
        for (String text : new String[] {"", "1:", "2:AAAA", "1:AAAA", "1:not base64"}) {
            assertThatThrownBy(() -> cipher.open(text, "place"))
                    .isInstanceOf(TerminalException.class)
                    .hasMessageContaining("place");
        }
    }
}
