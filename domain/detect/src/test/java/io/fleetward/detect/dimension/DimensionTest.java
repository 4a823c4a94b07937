// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
    private static final Dimension OWN_TOPICS =
            new Dimension("Own", List.of("device/${iot:ClientId}/#", "fleet/+/state"));

    @Test
    void matchesWhenAnyFilterDoes() {
        assertThat(OWN_TOPICS.matches(new TopicName("device/pump-7/flow"), "pump-7"))
                .isTrue();
        assertThat(OWN_TOPICS.matches(new TopicName("fleet/north/state"), "pump-7"))
                .isTrue();
        assertThat(OWN_TOPICS.matches(new TopicName("device/pump-8/flow"), "pump-7"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+"})
    void aClientIdIsNeverAWildcard(String clientId) {
        assertThat(OWN_TOPICS.matches(new TopicName("device/pump-8/flow"), clientId))
                .isFalse();
        assertThat(OWN_TOPICS.matches(new TopicName("fleet/north/state"), clientId))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/#", "+/b", "device/${iot:ClientId}/x", "#"})
    void acceptsFilters(String text) {
        assertThat(Dimension.isFilter(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a+", "x#"})
    void refusesWhatIsNoFilter(String text) {
        assertThat(Dimension.isFilter(text)).isFalse();
        assertThat(Dimension.isFilter(null)).isFalse();
        assertThat(Dimension.isFilter("a".repeat(257))).isFalse();
    }
}
