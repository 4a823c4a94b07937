// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.registry.thing.AttributeChange;
import io.fleetward.aws.model.iot.AttributePayload;
import io.fleetward.registry.thing.Attributes;
import org.jspecify.annotations.Nullable;

/** Translates the attributes of things and groups. */
final class AttributePayloads {
    private AttributePayloads() {}

    /** The attributes of a new thing or group. */
    static Attributes initial(@Nullable AttributePayload payload) {
        return change(payload).applyTo(Attributes.NONE);
    }

    /** What an update does to them; nothing when there are none in the payload. */
    static AttributeChange change(@Nullable AttributePayload payload) {
        if (payload == null || payload.attributes() == null) {
            return AttributeChange.NONE;
        }
        return new AttributeChange(payload.attributes(), Boolean.TRUE.equals(payload.merge()));
    }
}
