// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant CREATED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = CREATED.plusSeconds(60);

    private final Policy policy = new Policy(SCOPE, new PolicyName("p"), 1, 1, CREATED, CREATED, "generation");

    @Test
    void isNamedByAnArn() {
        assertThat(policy.arn()).hasToString("arn:aws:iot:us-east-1:123456789012:policy/p");
    }

    @Test
    void givesEachNewVersionTheNextNumber() {
        Policy second = policy.withNewVersion(false, LATER);
        Policy third = second.withNewVersion(true, LATER);

        assertThat(second.lastVersion()).isEqualTo(2);
        assertThat(second.defaultVersion()).isEqualTo(1);
        assertThat(third.lastVersion()).isEqualTo(3);
        assertThat(third.defaultVersion()).isEqualTo(3);
        assertThat(third.withDefault(2, LATER).defaultVersion()).isEqualTo(2);
        assertThat(third.withDefault(2, LATER).lastVersion()).isEqualTo(3);
        assertThat(third.createdAt()).isEqualTo(CREATED);
        assertThat(third.lastModifiedAt()).isEqualTo(LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "a_B-9+=,.@", "x"})
    void takesNamesOfTheAllowedCharacters(String name) {
        assertThat(PolicyName.isValid(name)).isTrue();
        assertThat(new PolicyName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", "é", "a\n"})
    void refusesOtherNames(String name) {
        assertThat(PolicyName.isValid(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyName(name));
    }

    @Test
    void limitsTheLengthOfNames() {
        assertThat(PolicyName.isValid("x".repeat(128))).isTrue();
        assertThat(PolicyName.isValid("x".repeat(129))).isFalse();
    }

    @Test
    void ordersNames() {
        assertThat(new PolicyName("a")).isLessThan(new PolicyName("b"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999999999, 999999999", "0,", "01,", "1000000000,", "-1,", "x,", "'',", "1.0,"})
    void readsTheIdOfAVersion(String id, Integer number) {
        assertThat(PolicyVersion.parseId(id)).isEqualTo(number);
    }

    @Test
    void writesTheIdOfAVersion() {
        assertThat(new PolicyVersion(SCOPE, policy.name(), 12, "{}", CREATED).id())
                .isEqualTo("12");
    }
}
