// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.ImportReport.Failure;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Failures and warnings of imports as JSON, in ASCII, because they repeat texts that no store takes. */
final class ImportTexts {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ImportTexts() {}

    static String failures(List<Failure> failures) {
        ArrayNode list = JSON.createArrayNode();
        failures.forEach(
                failure -> list.addArray().add(failure.id()).add(failure.code()).add(failure.message()));
        return JSON.writeValueAsString(list);
    }

    static List<Failure> failures(String text) {
        return JSON.readTree(text)
                .valueStream()
                .map(each -> new Failure(
                        each.path(0).stringValue(),
                        each.path(1).stringValue(),
                        each.path(2).stringValue()))
                .toList();
    }

    static String warnings(List<String> warnings) {
        ArrayNode list = JSON.createArrayNode();
        warnings.forEach(list::add);
        return JSON.writeValueAsString(list);
    }

    static List<String> warnings(String text) {
        return JSON.readTree(text).valueStream().map(JsonNode::stringValue).toList();
    }
}
