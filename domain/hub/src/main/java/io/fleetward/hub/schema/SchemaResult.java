// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import io.fleetward.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of checking a document: its normal form, or everything that is wrong with it. */
public sealed interface SchemaResult {
    /** The document is right; its normal form is the caller's own to change. */
    record Valid(ObjectNode document) implements SchemaResult {}

    /** The document is refused. */
    record Invalid(List<Problem> problems) implements SchemaResult {
        public Invalid {
            problems = List.copyOf(problems);
        }

        /** All problems in one line, for example {@code data.Title should be string, data.Id should be string}. */
        public String text() {
            return problems.stream()
                    .map(problem -> problem.where() + " " + problem.what())
                    .collect(Collectors.joining(", "));
        }
    }

    /** The result of reading a document that started at this place; what no store keeps is looked for last. */
    static SchemaResult of(JsonNode normal, Place top) {
        if (top.problems().isEmpty()) {
            Storable.check(normal, top);
        }
        List<Problem> problems = top.problems();
        return problems.isEmpty() && normal instanceof ObjectNode document
                ? new Valid(document)
                : new Invalid(problems);
    }
}
