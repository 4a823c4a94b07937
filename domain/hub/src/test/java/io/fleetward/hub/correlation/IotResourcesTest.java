// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class IotResourcesTest {
    private static final String HERE = "arn:aws:iot:eu-west-1:123456789012:";

    @Test
    void knowsThingsWhateverTheyAreCalled() {
        String pump = HERE + "thing/pump";
        assertThat(arn("AwsIotRegisteredThing", "pump")).isEqualTo(pump);
        assertThat(arn("AwsIotUnregisteredThing", "pump")).isEqualTo(pump);
        assertThat(arn("AwsIotClientId", "pump")).isEqualTo(pump);
        assertThat(arn("Other", pump)).isEqualTo(pump);
    }

    @Test
    void knowsWhatThingsUse() {
        assertThat(arn("AwsIotDeviceCertificate", "ab12")).isEqualTo(HERE + "cert/ab12");
        assertThat(arn("Other", HERE + "cert/ab12")).isEqualTo(HERE + "cert/ab12");
        assertThat(arn("AwsIotPolicy", "all")).isEqualTo(HERE + "policy/all");
    }

    @Test
    void knowsNothingElse() {
        assertThat(arn("AwsIotCaCertificate", "ab12")).isNull();
        assertThat(arn("Other", "pump")).isNull();
        assertThat(arn("Other", HERE + "rolealias/x")).isNull();
        assertThat(arn("Other", "arn:aws:iot:eu-west-1:999999999999:thing/pump"))
                .isNull();
        assertThat(arn("Other", "arn:aws:ec2:eu-west-1:123456789012:thing/pump"))
                .isNull();
    }

    private static @Nullable String arn(String type, String id) {
        Arn arn = IotResources.arn(
                HOME, JsonNodeFactory.instance.objectNode().put("Type", type).put("Id", id));
        return arn == null ? null : arn.toString();
    }
}
