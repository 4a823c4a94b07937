// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.aws.model.securityhub.BatchUpdateFindingsRequest;
import io.fleetward.aws.model.securityhub.NoteUpdate;
import io.fleetward.aws.model.securityhub.RelatedFinding;
import io.fleetward.aws.model.securityhub.SeverityUpdate;
import io.fleetward.aws.model.securityhub.UpdateFindingsRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the new values of a BatchUpdateFindings or UpdateFindings request as a piece of a finding. */
final class FindingValues {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    private FindingValues() {}

    static ObjectNode of(BatchUpdateFindingsRequest request) {
        var piece = new FindingValues();
        piece.note(request.note());
        piece.severity(request.severity());
        piece.text("VerificationState", request.verificationState());
        piece.number("Confidence", request.confidence());
        piece.number("Criticality", request.criticality());
        piece.texts("Types", request.types());
        piece.map("UserDefinedFields", request.userDefinedFields());
        if (request.workflow() != null) {
            ObjectNode workflow = piece.values.putObject("Workflow");
            if (request.workflow().status() != null) {
                workflow.put("Status", request.workflow().status());
            }
        }
        piece.related(request.relatedFindings());
        return piece.values;
    }

    static ObjectNode of(UpdateFindingsRequest request) {
        var piece = new FindingValues();
        piece.note(request.note());
        piece.text("RecordState", request.recordState());
        return piece.values;
    }

    private void note(@Nullable NoteUpdate note) {
        if (note != null) {
            values.putObject("Note").put("Text", note.text()).put("UpdatedBy", note.updatedBy());
        }
    }

    private void severity(@Nullable SeverityUpdate severity) {
        if (severity == null) {
            return;
        }
        ObjectNode object = values.putObject("Severity");
        if (severity.label() != null) {
            object.put("Label", severity.label());
        }
        if (severity.normalized() != null) {
            object.put("Normalized", severity.normalized());
        }
        if (severity.product() != null) {
            object.put("Product", severity.product());
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private void number(String name, @Nullable Integer value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private void texts(String name, @Nullable List<String> list) {
        if (list != null) {
            ArrayNode array = values.putArray(name);
            list.forEach(array::add);
        }
    }

    private void map(String name, @Nullable Map<String, String> map) {
        if (map != null) {
            ObjectNode object = values.putObject(name);
            map.forEach(object::put);
        }
    }

    private void related(@Nullable List<RelatedFinding> findings) {
        if (findings != null) {
            ArrayNode array = values.putArray("RelatedFindings");
            findings.forEach(finding ->
                    array.addObject().put("ProductArn", finding.productArn()).put("Id", finding.id()));
        }
    }
}
