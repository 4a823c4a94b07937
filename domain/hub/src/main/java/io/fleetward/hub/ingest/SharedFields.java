// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.SharedField;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that stand in a finding twice: in {@code FindingProviderFields} as the provider states them and at the top
 * as they count.
 *
 * <p>Providers may fill either place; afterwards both are filled. What a customer has set at the top, imports leave
 * alone (hub, field ownership on update).
 */
final class SharedFields {
    private static final String PROVIDER_FIELDS = "FindingProviderFields";

    private SharedFields() {}

    /** Fills both places of a new finding; where they differ, the provider's fields win. */
    static void onCreate(ObjectNode sent) {
        ObjectNode stated = providerFields(sent);
        for (SharedField field : SharedField.values()) {
            String name = field.wireName();
            JsonNode top = sent.get(name);
            JsonNode provider = stated.get(name);
            if (field == SharedField.SEVERITY) {
                ObjectNode severity = Severity.merged(object(top), object(provider));
                sent.set(name, severity);
                stated.set(name, Severity.stated(severity, object(provider)));
            } else {
                put(sent, name, provider == null ? top : provider);
                put(stated, name, provider == null ? top : provider);
            }
        }
    }

    /** Fills both places of an update; the top of a field that the customer has touched stays as stored. */
    static void onUpdate(ObjectNode sent, ObjectNode stored, Set<SharedField> customerTouched) {
        ObjectNode stated = providerFields(sent);
        for (SharedField field : SharedField.values()) {
            String name = field.wireName();
            JsonNode top = sent.get(name);
            JsonNode provider = stated.get(name);
            if (field == SharedField.SEVERITY) {
                ObjectNode severity = Severity.complete(top == null ? object(provider) : object(top));
                stated.set(name, Severity.stated(severity, object(provider)));
                sent.set(name, severity);
            } else {
                put(stated, name, provider == null ? top : provider);
                put(sent, name, top == null ? provider : top);
            }
            if (customerTouched.contains(field)) {
                put(sent, name, stored.get(name));
            }
        }
    }

    private static ObjectNode providerFields(ObjectNode sent) {
        return sent.path(PROVIDER_FIELDS) instanceof ObjectNode stated ? stated : sent.putObject(PROVIDER_FIELDS);
    }

    private static void put(ObjectNode target, String name, @Nullable JsonNode value) {
        if (value == null) {
            target.remove(name);
        } else {
            target.set(name, value.deepCopy());
        }
    }

    private static @Nullable ObjectNode object(@Nullable JsonNode value) {
        return value instanceof ObjectNode object ? object : null;
    }
}
