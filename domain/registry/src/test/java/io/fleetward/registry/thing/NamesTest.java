// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.kernel.AccountRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion CHINA = AccountRegion.of("111122223333", "cn-north-1");

    @ParameterizedTest
    @ValueSource(strings = {"a", "A_b-c:9", "0"})
    void acceptsTheAlphabet(String text) {
        assertThat(new ThingName(text)).hasToString(text);
        assertThat(new ThingTypeName(text)).hasToString(text);
        assertThat(new ThingGroupName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a+", "#", "a\n"})
    void refusesOtherText(String text) {
        assertThat(RegistryNames.isValid(text)).isFalse();
        assertThatThrownBy(() -> new ThingName(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ThingTypeName(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ThingGroupName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allows128Characters() {
        assertThat(RegistryNames.isValid("x".repeat(128))).isTrue();
        assertThat(RegistryNames.isValid("x".repeat(129))).isFalse();
    }

    @Test
    void convertsToArnsAndBack() {
        var thing = new ThingName("a:b");
        var type = new ThingTypeName("t");
        var group = new ThingGroupName("g");

        assertThat(thing.arn(HERE)).hasToString("arn:aws:iot:eu-west-1:111122223333:thing/a:b");
        assertThat(thing.arn(CHINA)).hasToString("arn:aws-cn:iot:cn-north-1:111122223333:thing/a:b");
        assertThat(ThingName.ofArn(HERE, thing.arn(HERE).toString())).isEqualTo(thing);
        assertThat(ThingTypeName.ofArn(HERE, type.arn(HERE).toString())).isEqualTo(type);
        assertThat(ThingGroupName.ofArn(HERE, group.arn(HERE).toString())).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iot:eu-west-1:111122223333:thinggroup/a",
                "arn:aws:iot:eu-west-1:444455556666:thing/a",
                "arn:aws:iot:us-east-1:111122223333:thing/a",
                "arn:aws-cn:iot:eu-west-1:111122223333:thing/a",
                "arn:aws:s3:eu-west-1:111122223333:thing/a",
                "arn:aws:iot:eu-west-1:111122223333:thing/a b",
                "arn:aws:iot:eu-west-1:111122223333:thing/",
                "thing/a",
                ""
            })
    void takesNoNameFromForeignArns(String arn) {
        assertThat(ThingName.ofArn(HERE, arn)).isNull();
    }

    @Test
    void ordersByBytes() {
        assertThat(new ThingName("B")).isLessThan(new ThingName("a"));
        assertThat(new ThingTypeName("a")).isLessThan(new ThingTypeName("b"));
        assertThat(new ThingGroupName("a-1")).isLessThan(new ThingGroupName("a_1"));
    }
}
