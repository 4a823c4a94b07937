// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a finding is about. */
final class Resource {
    private final ObjectNode resource = Fields.object();
    private final String type;

    private Resource(String type, String id) {
        this.type = type;
        resource.put("Type", type).put("Id", id);
    }

    static Resource of(String type, String id) {
        return new Resource(type, id);
    }

    Resource in(String partition, String region) {
        resource.put("Partition", partition).put("Region", region);
        return this;
    }

    Resource role(@Nullable String role) {
        Fields.put(resource, "ResourceRole", role);
        return this;
    }

    /** Tags as a map, or as a list of keys, or names, and values; characters that findings do not allow become underscores. */
    Resource tags(JsonNode tags) {
        ObjectNode written = Fields.object();
        for (Map.Entry<String, JsonNode> tag : tags.properties()) {
            written.put(tag.getKey(), tagText(tag.getValue()));
        }
        if (tags.isArray()) {
            for (JsonNode tag : tags) {
                written.put(Fields.either(tag.path("key"), tag.path("name")).asString(""), tagText(tag.path("value")));
            }
        }
        written.remove("");
        Fields.filled(resource, "Tags", written);
        return this;
    }

    /** What is known of a resource of a type that the format describes. */
    Resource details(ObjectNode details) {
        if (!details.isEmpty()) {
            resource.withObject("/Details").set(type, details);
        }
        return this;
    }

    /** What is known otherwise, as texts. */
    Resource other(ObjectNode facts) {
        if (!facts.isEmpty()) {
            resource.withObject("/Details").set("Other", facts);
        }
        return this;
    }

    Resource with(String member, JsonNode value) {
        Fields.filled(resource, member, value);
        return this;
    }

    ObjectNode document() {
        return resource;
    }

    private static String tagText(JsonNode value) {
        return value.asString("").replaceAll("[^A-Za-z0-9 .:+=@_/-]", "_");
    }
}
