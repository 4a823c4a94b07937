// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRegionTest {
    @ParameterizedTest
    @CsvSource({"us-east-1, aws", "eu-central-2, aws", "cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void knowsThePartitionOfARegion(String region, String partition) {
        assertThat(new Region(region).partition()).isEqualTo(partition);
        assertThat(AccountRegion.of("123456789012", region).arn("iot", "thing/x"))
                .hasToString("arn:" + partition + ":iot:" + region + ":123456789012:thing/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "us-east", "US-EAST-1", "us-east-1 ", "us-east-123", "us_east_1"})
    void refusesWhatIsNoRegion(String text) {
        assertThat(Region.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901x", "١٢٣٤٥٦٧٨٩٠١٢"})
    void refusesWhatIsNoAccount(String text) {
        assertThat(AccountId.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(text));
    }

    @Test
    void ordersByAccountThenRegion() {
        AccountRegion first = AccountRegion.of("111111111111", "us-east-1");
        AccountRegion second = AccountRegion.of("222222222222", "eu-west-1");
        AccountRegion third = AccountRegion.of("222222222222", "us-east-1");

        assertThat(Stream.of(third, first, second).sorted().toList()).isEqualTo(List.of(first, second, third));
        assertThat(third).hasToString("222222222222/us-east-1");
    }
}
