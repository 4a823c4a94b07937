// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a hub is to be configured, completely: what is not said is off. Immutable.
 *
 * @param standards those that the account is held to; none where the hub is off
 * @param controls which controls count in them; null where the hub is off
 */
public record HubPolicy(List<Standard> standards, @Nullable ControlSelection controls) {
    /** Hubs are off. */
    public static final HubPolicy OFF = new HubPolicy(List.of(), null);

    public HubPolicy {
        standards = List.copyOf(standards);
    }

    /** Whether hubs are on. */
    public boolean isServiceEnabled() {
        return controls != null;
    }

    /** As JSON, for keeping. */
    public ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        standards.forEach(standard -> document.withArray("standards").add(standard.path()));
        if (controls != null) {
            document.set("controls", controls.document());
        }
        return document;
    }

    /** Reads what {@link #document} made; standards that are no more are left out. */
    public static HubPolicy read(JsonNode document) {
        var standards = new ArrayList<Standard>();
        document.path("standards").forEach(path -> standards.add(Standards.find(path.stringValue())));
        standards.removeIf(Objects::isNull);
        JsonNode controls = document.path("controls");
        return new HubPolicy(standards, controls.isMissingNode() ? null : ControlSelection.read(controls));
    }
}
