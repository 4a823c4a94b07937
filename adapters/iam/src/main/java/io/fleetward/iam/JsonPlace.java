// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a JSON document that knows where it is, so that what is wrong there can be said. Immutable. */
record JsonPlace(String path, JsonNode node) {
    /** The member, which must be there. */
    JsonPlace required(String member) throws MalformedImportException {
        JsonPlace found = optional(member);
        if (found == null) {
            throw malformed("lacks " + member);
        }
        return found;
    }

    /** The member, null when it is not there or null. */
    @Nullable
    JsonPlace optional(String member) throws MalformedImportException {
        if (!node.isObject()) {
            throw malformed("must be an object");
        }
        JsonNode found = node.get(member);
        return found == null || found.isNull() ? null : new JsonPlace(path + "." + member, found);
    }

    /** The elements of the list that is the member; none when it is not there. */
    List<JsonPlace> list(String member) throws MalformedImportException {
        JsonPlace list = optional(member);
        return list == null ? List.of() : list.elements();
    }

    /** The members, by name. */
    Set<String> members() throws MalformedImportException {
        if (!node.isObject()) {
            throw malformed("must be an object");
        }
        return new TreeSet<>(node.propertyNames());
    }

    String text() throws MalformedImportException {
        if (!node.isString()) {
            throw malformed("must be a text");
        }
        return node.stringValue();
    }

    boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    MalformedImportException malformed(String what) {
        return new MalformedImportException(path + ": " + what);
    }

    private List<JsonPlace> elements() throws MalformedImportException {
        if (!node.isArray()) {
            throw malformed("must be a list");
        }
        var elements = new ArrayList<JsonPlace>();
        for (JsonNode element : node) {
            elements.add(new JsonPlace(path + "[" + elements.size() + "]", element));
        }
        return elements;
    }
}
