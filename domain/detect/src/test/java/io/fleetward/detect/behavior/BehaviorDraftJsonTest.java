// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class BehaviorDraftJsonTest {
    private static List<BehaviorDraft> read(String json) {
        return BehaviorDraftJson.read(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    @Test
    void readsEveryMember() {
        assertThat(read("""
                {'securityProfileName': 'p', 'behaviors': [
                  {'name': 'Sent', 'metric': 'aws:num-messages-sent', 'suppressAlerts': true, 'exportMetric': false,
                   'metricDimension': {'dimensionName': 'State', 'operator': 'NOT_IN'},
                   'criteria': {'comparisonOperator': 'less-than', 'value': {'count': 8}, 'durationSeconds': 300,
                                'consecutiveDatapointsToAlarm': 2, 'consecutiveDatapointsToClear': 3}},
                  {'name': 'Usual', 'metric': 'aws:all-bytes-in',
                   'criteria': {'comparisonOperator': 'less-than', 'statisticalThreshold': {'statistic': 'p90'}}},
                  {'name': 'Learned', 'criteria': {'mlDetectionConfig': {'confidenceLevel': 'HIGH'}}}]}"""))
                .containsExactly(
                        new BehaviorDraft(
                                "Sent",
                                "aws:num-messages-sent",
                                new DimensionDraft("State", "NOT_IN"),
                                new CriteriaDraft(
                                        "less-than", List.of(new MetricValue.Count(8)), 300, 2, 3, null, null),
                                true,
                                false),
                        new BehaviorDraft(
                                "Usual",
                                "aws:all-bytes-in",
                                null,
                                new CriteriaDraft("less-than", null, null, null, null, "p90", null),
                                null,
                                null),
                        new BehaviorDraft(
                                "Learned",
                                null,
                                null,
                                new CriteriaDraft(null, null, null, null, null, null, "HIGH"),
                                null,
                                null));
    }

    @Test
    void readsEveryKindOfValue() {
        List<BehaviorDraft> drafts = read("""
                {'behaviors': [{'criteria': {'value': {'number': 1.5, 'cidrs': ['10.0.0.0/8'], 'ports': [22],
                  'numbers': [1, 2.5], 'strings': ['lab']}}}]}""");
        assertThat(drafts.getFirst().criteria())
                .extracting(CriteriaDraft::values)
                .isEqualTo(List.of(
                        new MetricValue.Numeric(1.5),
                        new MetricValue.Cidrs(List.of("10.0.0.0/8")),
                        new MetricValue.Ports(List.of(22)),
                        new MetricValue.Numbers(List.of(1.0, 2.5)),
                        new MetricValue.Strings(List.of("lab"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | behaviors must be a list",
                "{'behaviors': ['x']} | behaviors[0] must be an object",
                "{'behaviors': [{'name': 7}]} | behaviors[0].name must be a text",
                "{'behaviors': [{'criteria': []}]} | behaviors[0].criteria must be an object",
                "{'behaviors': [{'suppressAlerts': 'no'}]} | behaviors[0].suppressAlerts must be true or false",
                "{'behaviors': [{'criteria': {'durationSeconds': 1.5}}]} | behaviors[0].criteria.durationSeconds must be a whole number",
                "{'behaviors': [{'criteria': {'value': {'count': 'x'}}}]} | behaviors[0].criteria.value.count must be a whole number",
                "{'behaviors': [{'criteria': {'value': {'ports': ['x']}}}]} | behaviors[0].criteria.value.ports[0] must be of the type of its list"
            })
    void namesTheMemberThatIsOfAnotherType(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
