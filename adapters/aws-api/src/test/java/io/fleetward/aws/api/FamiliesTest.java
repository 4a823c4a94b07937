// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.AwsApiTest.OneThing;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.model.iot.DescribeThingRequest;
import io.fleetward.aws.model.iot.DescribeThingResponse;
import io.fleetward.aws.model.iot.IotApi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is built is what families override. */
class FamiliesTest {
    /** Overrides one operation and has methods that only look like others. */
    static final class Pretender implements IotApi {
        @Override
        public DescribeThingResponse describeThing(DescribeThingRequest request, CallContext context) {
            return DescribeThingResponse.builder()
                    .thingName(deleteThing("a", "b"))
                    .build();
        }

        private static String deleteThing(String one, String other) {
            return one + other;
        }
    }

    private final ServiceModels models = new ServiceModels();

    @Test
    void findsTheFamilyThatOverridesAnOperation() {
        var things = new OneThing();
        var families = new Families(List.of(things), models);

        assertThat(families.find(AwsService.IOT, "CreateThing")).isSameAs(things);
        assertThat(families.find(AwsService.IOT, "DeleteThing")).isNull();
        assertThat(families.find(AwsService.EVENTS, "CreateThing")).isNull();
    }

    @Test
    void countsOnlyOverridingMethods() {
        assertThat(Families.built(AwsService.IOT, List.of(Pretender.class))).containsExactly("DescribeThing");
    }

    @Test
    void refusesTwoFamiliesForOneOperation() {
        var families = new Families(List.of(new OneThing(), new Pretender()), models);

        assertThatThrownBy(() -> families.find(AwsService.IOT, "DescribeThing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DescribeThing");
        assertThatThrownBy(() -> Families.built(AwsService.IOT, List.of(OneThing.class, Pretender.class)))
                .isInstanceOf(IllegalStateException.class);
    }
}
