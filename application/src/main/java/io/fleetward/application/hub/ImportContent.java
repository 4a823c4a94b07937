// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.hub.source.CsvTable;
import io.fleetward.hub.source.FindingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads the documents in a text: one, a list, an object that holds a list, one after the other, or rows. */
final class ImportContent {
    private static final int MOST_DOCUMENTS = 50_000;

    /** The members in which services and their command-line tools hold lists of what findings are made from. */
    private static final Set<String> LISTS = Set.of(
            "Findings",
            "findings",
            "EvaluationResults",
            "evaluationResults",
            "InstancePatchStates",
            "events",
            "Events");

    private ImportContent() {}

    /** The documents in a text of this format; the rows where it is a table. */
    static List<JsonNode> documents(FindingSource source, String text) {
        return source.isTable() ? bounded(CsvTable.rows(text)) : documents(text);
    }

    private static List<JsonNode> documents(String text) {
        var documents = new ArrayList<JsonNode>();
        try (MappingIterator<JsonNode> values =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                unpack(values.nextValue(), documents);
                bounded(documents);
            }
        } catch (JacksonException malformed) {
            throw refused("must be JSON; line " + malformed.getLocation().getLineNr() + " is not");
        }
        return documents;
    }

    private static List<JsonNode> bounded(List<JsonNode> documents) {
        if (documents.size() > MOST_DOCUMENTS) {
            throw refused("must hold at most " + MOST_DOCUMENTS + " findings");
        }
        return documents;
    }

    private static void unpack(JsonNode value, List<JsonNode> documents) {
        if (value.isArray()) {
            value.forEach(documents::add);
            return;
        }
        for (String name : LISTS) {
            if (value.path(name).isArray()) {
                value.path(name).forEach(documents::add);
                return;
            }
        }
        documents.add(value);
    }

    private static ApiException refused(String rule) {
        return new ApiException(IotError.INVALID_REQUEST, "content " + rule);
    }
}
