// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestOperationsTest {
    private static final String SMALL = "{\\\"behaviors\\\":[{\\\"name\\\":\\\"Small\\\",\\\"metric\\\":"
            + "\\\"aws:message-byte-size\\\",\\\"criteria\\\":{\\\"comparisonOperator\\\":\\\"less-than\\\","
            + "\\\"value\\\":{\\\"count\\\":8}}}]}";

    private final DetectApi api = new DetectApi();

    @Test
    void tellsWhatAProfileThatDoesNotExistWouldHaveAlarmedOn() {
        var sample = new MetricSample(
                new DeviceKey(HERE, "pump-7", true),
                Measurand.of(new MessageByteSizeMetric()),
                api.clock.instant().minus(Duration.ofHours(1)).toEpochMilli(),
                Tally.of(26));
        api.registry.change(tx -> api.samples.save(tx, List.of(sample)));

        var answer = api.ask("BacktestSecurityProfile", "{'profileDocument': '" + SMALL + "'}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"devicesCount\":1,\"valuesCount\":1,\"complete\":true")
                .contains("\"behaviorName\":\"Small\",\"alarmsCount\":1,\"devicesCount\":1")
                .contains("\"proposedValue\":{\"count\":27}")
                .contains("\"thingName\":\"pump-7\"")
                .contains("\"value\":{\"count\":26}");
    }

    @Test
    void namesWhatIsWrongWithTheDocument() {
        assertThat(api.ask("BacktestSecurityProfile", "{'profileDocument': 'behaviors'}")
                        .body())
                .contains("profileDocument must be JSON");
        assertThat(api.ask("BacktestSecurityProfile", "{'profileDocument': '{}'}")
                        .body())
                .contains("profileDocument: behaviors must be a list");
    }
}
