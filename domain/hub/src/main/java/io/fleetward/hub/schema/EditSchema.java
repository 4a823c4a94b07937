// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.decimal;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.text;

import io.fleetward.hub.finding.RecordState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a customer may change in a finding, and to what (hub, BatchUpdateFindings and history). */
public final class EditSchema {
    private static final Shape SEVERITY = object().with("Label", AsffSchema.LABEL)
            .with("Normalized", AsffSchema.PERCENT)
            .with("Product", decimal())
            .wanting("Label", "Normalized", "Product");

    private static final Shape NOTE = object().must("Text", text(512)).must("UpdatedBy", text(512));

    private static final Shape EDIT = object().with("Note", NOTE)
            .with("Severity", SEVERITY)
            .with("VerificationState", AsffSchema.VERIFICATION_STATE)
            .with("Confidence", AsffSchema.PERCENT)
            .with("Criticality", AsffSchema.PERCENT)
            .with("Types", AsffSchema.TYPES)
            .with("UserDefinedFields", AsffSchema.USER_DEFINED_FIELDS)
            .with("Workflow", object().must("Status", AsffSchema.WORKFLOW_STATUS))
            .with("RelatedFindings", AsffSchema.RELATED_FINDINGS);

    private static final Shape MATCHING_EDIT =
            object().with("Note", NOTE).with("RecordState", oneOf(RecordState.class));

    private EditSchema() {}

    /** Checks the new values for named findings, given as a piece of a finding. */
    public static SchemaResult read(ObjectNode values) {
        return read(EDIT, values);
    }

    /** Checks the new values for whatever findings a filter matches: a note, a record state. */
    public static SchemaResult readForMatching(ObjectNode values) {
        return read(MATCHING_EDIT, values);
    }

    private static SchemaResult read(Shape shape, ObjectNode values) {
        Place top = Place.top();
        JsonNode normal = shape.read(values, top);
        if (normal.isEmpty() && top.problems().isEmpty()) {
            top.refuse("should NOT have fewer than 1 properties");
        }
        return SchemaResult.of(normal, top);
    }

    /** The member that the first problem is about; the document itself when nothing is to be changed. */
    public static String firstMember(SchemaResult.Invalid invalid) {
        String[] steps = invalid.problems().getFirst().where().split("[.\\[]", 3);
        return steps.length > 1 ? steps[1] : steps[0];
    }
}
