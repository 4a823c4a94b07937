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
}
