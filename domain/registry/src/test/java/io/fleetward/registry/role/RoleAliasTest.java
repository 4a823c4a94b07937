// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleAliasTest {
    @ParameterizedTest
    @CsvSource({"fleet, true", "a=b@c-d_e, true", "a.b, false", "a/b, false", "a b, false", "'', false"})
    void namesAreOfFewCharacters(String name, boolean isValid) {
        assertThat(RoleAliasName.isValid(name)).isEqualTo(isValid);
    }

    @Test
    void namesAreLimited() {
        assertThat(RoleAliasName.isValid("a".repeat(128))).isTrue();
        assertThatThrownBy(() -> new RoleAliasName("a".repeat(129))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RoleAliasName("a")).isLessThan(new RoleAliasName("b")).hasToString("a");
    }

    @Test
    void isNamedByAnArn() {
        var scope = AccountRegion.of("111122223333", "eu-west-1");
        var role = "arn:aws:iam::111122223333:role/fleet";
        var alias = new RoleAlias(scope, new RoleAliasName("fleet"), role, 900, Instant.EPOCH, Instant.EPOCH);

        assertThat(alias.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:rolealias/fleet");
    }
}
