// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.CustomMetricType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a device says of itself, whatever agent wrote it (detect, report schema, processing rules): by long and
 * short names in any mixture, with nulls, floats and members nobody knows. What is no report at all is refused as a
 * whole; a list entry or a number that makes no sense is left out.
 */
public final class DeviceReportParser {
    private DeviceReportParser() {}

    /**
     * Reads the report.
     *
     * @param tree what the payload decoded to, from JSON or CBOR
     * @param types the custom metrics of the account by their names
     */
    public static ReportOutcome parse(JsonNode tree, Map<String, CustomMetricType> types) {
        var reading = new ReportReading();
        JsonNode header = reading.object(tree, "header", "hed");
        Long id = header == null ? null : reportId(header);
        JsonNode metrics = reading.object(tree, "metrics", "met");
        JsonNode custom = reading.object(tree, "custom_metrics", "cmet");
        if (header == null || id == null || !hasVersion(header) || (metrics == null && custom == null)) {
            return new ReportOutcome.Refused(id, ReportRefusal.MALFORMED);
        }
        if (metrics != null) {
            new BuiltInBlocks(reading).read(metrics);
        }
        if (custom != null) {
            new CustomBlocks(reading, types).read(custom);
        }
        return reading.isMalformed()
                ? new ReportOutcome.Refused(id, ReportRefusal.MALFORMED)
                : new ReportOutcome.Read(new DeviceReport(id, reading.values()));
    }

    private static @Nullable Long reportId(JsonNode header) {
        Long id = ReportFields.whole(ReportFields.member(header, "report_id", "rid"));
        return id == null || id < 0 ? null : id;
    }

    private static boolean hasVersion(JsonNode header) {
        JsonNode version = ReportFields.member(header, "version", "v");
        return version != null && version.isString();
    }
}
