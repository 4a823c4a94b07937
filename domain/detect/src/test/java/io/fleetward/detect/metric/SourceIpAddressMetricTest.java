// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.fact.BrokerFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceIpAddressMetricTest {
    private final CloudMetric metric = new SourceIpAddressMetric();

    @Test
    void gathersWhereConnectionsAndRequestsComeFrom() {
        var elsewhere = new BrokerFact.ConnectAttempted(Facts.SCOPE, Facts.DEVICE, 9, "2001:db8::1");

        assertThat(Facts.observe(metric, Facts.ALL).elements().value())
                .isEqualTo(new MetricValue.Cidrs(List.of("192.0.2.7")));
        assertThat(Facts.observe(metric, List.of(Facts.PUBLISHED, elsewhere))
                        .elements()
                        .value())
                .isEqualTo(new MetricValue.Cidrs(List.of("192.0.2.7", "2001:db8::1")));
    }

    @Test
    void takesNoDeliveryAndNoEndForActivity() {
        assertThat(Facts.ALL)
                .filteredOn(fact -> !metric.facts().contains(fact.getClass()))
                .containsExactly(Facts.DELIVERED, Facts.DISCONNECTED);
        Elements nothing = metric.newActivity().elements();
        metric.observe(Facts.DELIVERED, nothing);
        assertThat(nothing.value()).isEqualTo(new MetricValue.Cidrs(List.of()));
    }

    @Test
    void looksAtMessagesAloneInsideADimension() {
        assertThat(metric.factsOfDimensions()).containsExactly(BrokerFact.MessageReceived.class);
    }

    @Test
    void comparesSetsOfBlocksOnly() {
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.CIDR_SETS);
        assertThat(metric.hasPercentiles()).isFalse();
        assertThat(metric.durationUse()).isEqualTo(DurationUse.SHORTENING);
    }
}
