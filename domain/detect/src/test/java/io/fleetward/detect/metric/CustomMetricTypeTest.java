// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomMetricTypeTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsWireName(CustomMetricType type) {
        assertThat(CustomMetricType.ofWireName(type.wireName())).isEqualTo(type);
        assertThat(type.valueKind()).isNotEqualTo(MetricValue.Kind.COUNT);
    }

    @Test
    void isNotFoundByAnyOtherName() {
        assertThat(CustomMetricType.ofWireName("NUMBER")).isNull();
    }
}
