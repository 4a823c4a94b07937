// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTargetTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final String PREFIX = "arn:aws:iot:eu-west-1:111122223333:";

    @Test
    void readsAndWritesEveryKindOfTarget() {
        Map<String, ProfileTarget> targets = Map.of(
                "all/things", new ProfileTarget.AllThings(),
                "all/registered-things", new ProfileTarget.RegisteredThings(),
                "all/unregistered-things", new ProfileTarget.UnregisteredThings(),
                "thinggroup/pumps", new ProfileTarget.GroupMembers(new ThingGroupName("pumps")));

        targets.forEach((resource, target) -> {
            assertThat(ProfileTarget.ofArn(SCOPE, PREFIX + resource)).isEqualTo(target);
            assertThat(target.arn(SCOPE)).hasToString(PREFIX + resource);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "all/things",
                "arn:aws:iot:eu-west-1:111122223333:thing/pump-7",
                "arn:aws:iot:eu-west-1:111122223333:all/gateways",
                "arn:aws:iot:eu-west-1:111122223333:thinggroup/",
                "arn:aws:iot:eu-west-1:111122223333:thinggroup/a b",
                "arn:aws:iot:us-east-1:111122223333:all/things",
                "arn:aws:iot:eu-west-1:444455556666:all/things",
                "arn:aws:sns:eu-west-1:111122223333:all/things"
            })
    void knowsNoOtherTarget(String arn) {
        assertThat(ProfileTarget.ofArn(SCOPE, arn)).isNull();
    }
}
