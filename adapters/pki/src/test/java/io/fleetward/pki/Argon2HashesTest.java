// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.user.PasswordHash;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Argon2HashesTest {
    private final Argon2Hashes hashes = new Argon2Hashes(new Random(1));

    @Test
    void matchesThePasswordItWasMadeOfAndNoOther() {
        PasswordHash hash = hashes.of("correct horse battery");

        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hash.toString()).doesNotContain("argon2id");
        assertThat(hashes.matches("correct horse battery", hash)).isTrue();
        assertThat(hashes.matches("correct horse batterz", hash)).isFalse();
        assertThat(hashes.of("correct horse battery")).isNotEqualTo(hash);
    }

    /** From the tests of the reference implementation. */
    @Test
    void matchesWhatOtherProgramsMade() {
        var hash = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ" + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(hashes.matches("password", hash)).isTrue();
        assertThat(hashes.matches("differentpassword", hash)).isFalse();
    }

    @Test
    void makesForNobodyWhatIsComparedLikeAnyOther() {
        PasswordHash hash = hashes.ofNobody();

        assertThat(hash.encoded())
                .hasSameSizeAs(hashes.of("correct horse battery").encoded());
        assertThat(hashes.matches("", hash)).isFalse();
        assertThat(hashes.matches("correct horse battery", hash)).isFalse();
        assertThat(hashes.ofNobody()).isNotEqualTo(hash);
    }

    @Test
    void refusesToJudgeByWhatIsNoHash() {
        assertThatThrownBy(() -> hashes.matches("anything", new PasswordHash("plain")))
                .isInstanceOf(IllegalStateException.class);
    }
}
