// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceContextTest {
    private static final AssociatedThing THING = new AssociatedThing("T1", "P", Map.of("role", "pump"), false);

    @Test
    void knowsTheCertificate() {
        PolicyContext context = DeviceContext.ofCertificate(principal(THING)).build();

        assertThat(values(context, "iot:CertificateId")).containsExactly("c".repeat(64));
        assertThat(values(context, "iot:Certificate.Subject.Country.List")).containsExactly("DE", "FR");
        assertThat(values(context, "iot:Certificate.AvailableKeys")).containsExactly("iot:Certificate.Subject.Country");
        assertThat(values(context, "aws:SecureTransport")).containsExactly("true");
        assertThat(values(context, "iot:Connection.Thing.IsAttached")).isEmpty();
        assertThat(values(context, "iot:ClientId")).isEmpty();
    }

    @Test
    void knowsTheThingOfAnMqttClient() {
        PolicyContext context =
                DeviceContext.ofMqttClient(principal(THING), "T1").build();

        assertThat(values(context, "iot:ClientId")).containsExactly("T1");
        assertThat(values(context, "iot:Connection.Thing.IsAttached")).containsExactly("true");
        assertThat(values(context, "iot:Connection.Thing.ThingName")).containsExactly("T1");
        assertThat(values(context, "iot:Thing.ThingName")).containsExactly("T1");
        assertThat(values(context, "iot:Connection.Thing.ThingTypeName")).containsExactly("P");
        assertThat(values(context, "iot:Connection.Thing.Attributes[role]")).containsExactly("pump");
    }

    @Test
    void knowsThatAClientHasNoThing() {
        PolicyContext context = DeviceContext.ofMqttClient(principal(null), "x").build();

        assertThat(values(context, "iot:Connection.Thing.IsAttached")).containsExactly("false");
        assertThat(values(context, "iot:Connection.Thing.ThingName")).isEmpty();
    }

    @Test
    void leavesTheTypeOfAThingWithoutOneUndefined() {
        var untyped = new AssociatedThing("T1", null, Map.of(), true);
        PolicyContext context =
                DeviceContext.ofAnyMqttClient(principal(untyped)).build();

        assertThat(values(context, "iot:Connection.Thing.ThingTypeName")).isEmpty();
        assertThat(values(context, "iot:Connection.Thing.ThingName")).containsExactly("T1");
        assertThat(values(context, "iot:ClientId")).isEmpty();
    }

    private static List<String> values(PolicyContext context, String key) {
        return context.values(ContextKey.parse(key));
    }

    private static DevicePrincipal principal(@Nullable AssociatedThing thing) {
        return new DevicePrincipal(
                AccountRegion.of("123456789012", "us-east-1"),
                "c".repeat(64),
                true,
                thing,
                List.of(),
                Map.of("iot:Certificate.Subject.Country", List.of("DE", "FR")));
    }
}
