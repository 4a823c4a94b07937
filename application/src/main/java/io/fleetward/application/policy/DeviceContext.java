// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policies can ask about a device itself: its certificate, and its thing (iot-core, context keys). */
public final class DeviceContext {
    private DeviceContext() {}

    /** The keys that come with the certificate, whatever is done with it. */
    public static PolicyContext.Builder ofCertificate(DevicePrincipal principal) {
        PolicyContext.Builder context = PolicyContext.builder()
                .put(ContextKeys.SECURE_TRANSPORT, "true")
                .put(ContextKeys.CERTIFICATE_ID, principal.certificateId())
                .put(
                        ContextKeys.AVAILABLE_CERTIFICATE_KEYS,
                        List.copyOf(principal.certificateAttributes().keySet()));
        principal.certificateAttributes().forEach(context::put);
        return context;
    }

    /** Those of the certificate, and what an MQTT connection adds: the client id and the associated thing. */
    public static PolicyContext.Builder ofMqttClient(DevicePrincipal principal, String clientId) {
        return ofMqtt(principal).put(ContextKeys.CLIENT_ID, clientId);
    }

    /** Those of an MQTT connection whose client id is not known, which leaves an exclusive association to a thing. */
    static PolicyContext.Builder ofAnyMqttClient(DevicePrincipal principal) {
        return principal.thing() == null ? ofCertificate(principal) : ofMqtt(principal);
    }

    private static PolicyContext.Builder ofMqtt(DevicePrincipal principal) {
        PolicyContext.Builder context =
                ofCertificate(principal).put(ContextKeys.IS_ATTACHED, Boolean.toString(principal.thing() != null));
        putThing(context, principal.thing());
        return context;
    }

    private static void putThing(PolicyContext.Builder context, @Nullable AssociatedThing thing) {
        if (thing == null) {
            return;
        }
        context.put(ContextKeys.CONNECTION_THING_NAME, thing.name()).put(ContextKeys.THING_NAME, thing.name());
        if (thing.typeName() != null) {
            context.put(ContextKeys.THING_TYPE_NAME, thing.typeName());
        }
        thing.attributes().forEach((name, value) -> context.put(ContextKeys.thingAttribute(name), value));
    }
}
