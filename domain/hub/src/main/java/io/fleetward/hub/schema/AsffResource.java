// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.flag;
import static io.fleetward.hub.schema.Shapes.list;
import static io.fleetward.hub.schema.Shapes.map;
import static io.fleetward.hub.schema.Shapes.matching;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.open;
import static io.fleetward.hub.schema.Shapes.text;
import static io.fleetward.hub.schema.Shapes.whole;

/** The part of the finding format that says what a finding is about (hub, resource object). */
final class AsffResource {
    private static final Shape RANGE =
            object().with("Start", whole()).with("End", whole()).with("StartColumn", whole());

    private static final Shape OCCURRENCES = object().with("LineRanges", list(RANGE))
            .with("OffsetRanges", list(RANGE))
            .with(
                    "Pages",
                    list(object().with("PageNumber", whole())
                            .with("LineRange", RANGE)
                            .with("OffsetRange", RANGE)))
            .with("Records", list(object().with("JsonPath", text()).with("RecordIndex", whole())))
            .with(
                    "Cells",
                    list(object().with("Column", whole())
                            .with("Row", whole())
                            .with("ColumnName", text())
                            .with("CellReference", text())));

    private static final Shape SENSITIVE_DATA = object().with("Category", text())
            .with(
                    "Detections",
                    list(object().with("Count", whole()).with("Type", text()).with("Occurrences", OCCURRENCES)))
            .with("TotalCount", whole());

    private static final Shape CUSTOM_DATA = object().with(
                    "Detections",
                    list(object().with("Count", whole())
                            .with("Arn", text())
                            .with("Name", text())
                            .with("Occurrences", OCCURRENCES)))
            .with("TotalCount", whole());

    private static final Shape CLASSIFICATION = object().with("DetailedResultsLocation", text())
            .with(
                    "Result",
                    object().with("MimeType", text())
                            .with("SizeClassified", whole())
                            .with("AdditionalOccurrences", flag())
                            .with("Status", object().with("Code", text()).with("Reason", text()))
                            .with("SensitiveData", list(SENSITIVE_DATA))
                            .with("CustomDataIdentifiers", CUSTOM_DATA));

    /** Details of resource types are stored as they come; only the free-form ones have limits of their own. */
    private static final Shape DETAILS =
            object().with("Other", map(text(1024), 50, 128)).others(open());

    static final Shape RESOURCE = object().must("Type", text(256))
            .must("Id", text(512))
            .with("Partition", oneOf("aws", "aws-cn", "aws-us-gov"))
            .with("Region", text(16))
            .with("ResourceRole", text())
            .with("Tags", map(matching(0, 256, "^[A-Za-z0-9 .:+=@_/-]*$"), 50, 128))
            .with("DataClassification", CLASSIFICATION)
            .with("Details", DETAILS)
            .with("ApplicationName", text())
            .with("ApplicationArn", text());

    private AsffResource() {}
}
