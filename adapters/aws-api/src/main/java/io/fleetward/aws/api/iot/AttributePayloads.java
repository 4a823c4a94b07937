// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.registry.thing.AttributeChange;
import io.fleetward.aws.model.iot.AttributePayload;
import io.fleetward.registry.thing.Attributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the attributes of things and groups. */
final class AttributePayloads {
    private AttributePayloads() {}

    /** The attributes of a new thing or group. */
    static Attributes initial(@Nullable AttributePayload payload) {
        return new Attributes(valuesOf(payload));
    }

    /** What an update does to them; nothing when the payload is absent. */
    static AttributeChange change(@Nullable AttributePayload payload) {
        if (payload == null) {
            return AttributeChange.NONE;
        }
        return new AttributeChange(valuesOf(payload), Boolean.TRUE.equals(payload.merge()));
    }

    private static Map<String, String> valuesOf(@Nullable AttributePayload payload) {
        return payload == null || payload.attributes() == null ? Map.of() : payload.attributes();
    }
}
