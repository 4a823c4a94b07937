// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionMatcherTest {
    private final DimensionMatcher matcher =
            new DimensionMatcher(new Dimension("d", List.of("device/${iot:ClientId}/#", "fleet/+/state")));

    @ParameterizedTest
    @CsvSource({
        "fleet/north/state, true",
        "fleet/north, false",
        "device/pump-7/flow, true",
        "device/pump-8/flow, false",
        // Topics that a denied subscription asks for.
        "fleet/+/state, true",
        "fleet/#, false",
        "device/pump-7/+, true",
        "device/+/flow, false",
        "a+, false",
    })
    void tellsWhatLiesInside(String topic, boolean expected) {
        assertThat(matcher.isInside(topic, "pump-7")).isEqualTo(expected);
    }

    @Test
    void whatHasNoTopicLiesOutside() {
        assertThat(matcher.isInside(null, "pump-7")).isFalse();
    }

    @Test
    void nothingLiesInsideOfNoFilters() {
        assertThat(new DimensionMatcher(new Dimension("d", List.of())).isInside("a", "pump-7"))
                .isFalse();
    }
}
