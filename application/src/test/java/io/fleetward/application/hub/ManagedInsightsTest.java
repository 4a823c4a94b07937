// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedInsightsTest {
    private static final AccountRegion CHINA = AccountRegion.of("123456789012", "cn-north-1");

    private final ManagedInsights managed = ManagedInsights.load();

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
                33, 34, 35, 36, 37
            })
    void hasThoseOfThePlatform(int number) {
        requireReadable("arn:aws-cn:securityhub:::insight/securityhub/default/" + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasOurOwn(int number) {
        requireReadable("arn:aws-cn:securityhub:::insight/fleetward/default/" + number);
    }

    @ParameterizedTest
    @CsvSource({
        "securityhub/default/1, AWS resources with the most findings, ResourceId",
        "securityhub/default/29, Severity by counts of findings, SeverityLabel",
        "fleetward/default/2, Audit checks with the most failures, Title"
    })
    void namesAndGroupsThem(String insight, String name, String attribute) {
        Insight found = Objects.requireNonNull(managed.find(CHINA, "arn:aws-cn:securityhub:::insight/" + insight));
        assertThat(found.name()).isEqualTo(name);
        assertThat(found.grouping().key().wireName()).isEqualTo(attribute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-cn:securityhub:::insight/securityhub/default/2",
                "arn:aws:securityhub:::insight/securityhub/default/1",
                "arn:aws-cn:securityhub:cn-north-1:123456789012:insight/123456789012/custom/1",
                "securityhub/default/1"
            })
    void hasNoOthers(String arn) {
        assertThat(managed.find(CHINA, arn)).isNull();
    }

    private void requireReadable(String arn) {
        Insight insight = Objects.requireNonNull(managed.find(CHINA, arn));
        assertThat(insight.arn()).isEqualTo(arn);
        assertThat(insight.filters().toString()).doesNotContain("$");
        assertThat(new FilterParser(Instant.EPOCH).parse(insight.filters())).isInstanceOf(FilterResult.Parsed.class);
    }
}
