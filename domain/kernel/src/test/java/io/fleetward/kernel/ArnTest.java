// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iot:us-east-1:123456789012:thing/pump-7",
                "arn:aws:iam::123456789012:user/admin",
                "arn:aws:iot:us-east-1:123456789012:topic/a:b/c"
            })
    void writesWhatItRead(String text) {
        assertThat(Arn.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "arn:aws:iot:us-east-1:123456789012:",
                "arn::iot:r:a:x",
                "arn:aws::r:a:x",
                "x:a:b:c:d:e"
            })
    void readsNothingFromOtherTexts(String text) {
        assertThat(Arn.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iot:us-east-1:123456789012:thing/x, true",
        "arn:aws:iot:us-east-2:123456789012:thing/x, false",
        "arn:aws:iot:us-east-1:999999999999:thing/x, false",
        "arn:aws-cn:iot:us-east-1:123456789012:thing/x, false"
    })
    void belongsToItsAccountRegionAndPartition(String text, boolean expected) {
        assertThat(Objects.requireNonNull(Arn.parse(text)).belongsTo(SCOPE)).isEqualTo(expected);
    }

    @Test
    void namesAResourceOfTheTypeAskedFor() {
        Arn arn = SCOPE.arn("iot", "thing/a/b");

        assertThat(arn.nameOf("thing")).isEqualTo("a/b");
        assertThat(arn.nameOf("thinggroup")).isNull();
        assertThat(SCOPE.arn("iot", "thing/").nameOf("thing")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    arn:aws:iam::123456789012:role/audit,             true
                    arn:aws-cn:iam::123456789012:role/a/b+=/c.d@e_f-, true
                    arn:aws:iam::123456789012:role/,                  false
                    arn:aws:iam::123456789012:role/a/,                false
                    arn:aws:iam::123456789012:role/a b,               false
                    arn:aws:iam::123456789012:user/a,                 false
                    arn:aws:iam::12345:role/a,                        false
                    arn:aws:iam:us-east-1:123456789012:role/a,        false
                    arn:aws:sts::123456789012:role/a,                 false
                    """)
    void knowsTheFormOfARole(String text, boolean expected) {
        assertThat(Objects.requireNonNull(Arn.parse(text)).isRole()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    arn:aws:sns:us-east-1:123456789012:alarms,      true
                    arn:aws:sns:us-east-1:123456789012:A_b-1.fifo,  true
                    arn:aws:sns:us-east-1:123456789012:alarms:0f3c, false
                    arn:aws:sns:us-east-1:123456789012:a b,         false
                    arn:aws:sns:us-east-1:12345:alarms,             false
                    arn:aws:sns::123456789012:alarms,               false
                    arn:aws:sqs:us-east-1:123456789012:alarms,      false
                    """)
    void knowsTheFormOfATopic(String text, boolean expected) {
        assertThat(Objects.requireNonNull(Arn.parse(text)).isTopic()).isEqualTo(expected);
    }
}
