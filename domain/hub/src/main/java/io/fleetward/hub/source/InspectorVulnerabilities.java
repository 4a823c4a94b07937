// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The weaknesses in packages and in code that Inspector describes. */
final class InspectorVulnerabilities {
    private InspectorVulnerabilities() {}

    static void write(ObjectNode finding, NativeDocument document) {
        JsonNode packages = document.at("packageVulnerabilityDetails");
        JsonNode code = document.at("codeVulnerabilityDetails");
        if (packages.isObject()) {
            finding.putArray("Vulnerabilities").add(packages(document, packages));
        } else if (code.isObject()) {
            finding.putArray("Vulnerabilities").add(code(code));
            ObjectNode generator = Fields.object();
            Fields.put(generator, "Name", code.path("detectorName"));
            Fields.put(generator, "Description", code.path("ruleId"));
            Fields.texts(generator, "Labels", code.path("detectorTags"));
            Fields.filled(finding, "GeneratorDetails", generator);
        }
    }

    private static ObjectNode packages(NativeDocument document, JsonNode details) {
        ObjectNode vulnerability = Fields.object();
        Fields.put(vulnerability, "Id", details.path("vulnerabilityId"));
        ArrayNode packages = Fields.list();
        details.path("vulnerablePackages").forEach(each -> packages.add(packageOf(each)));
        Fields.filled(vulnerability, "VulnerablePackages", packages);
        ArrayNode scores = Fields.list();
        details.path("cvss").forEach(each -> scores.add(cvss(each)));
        JsonNode adjusted = document.at("inspectorScoreDetails").path("adjustedCvss");
        if (adjusted.isObject()) {
            scores.add(adjusted(adjusted));
        }
        Fields.filled(vulnerability, "Cvss", scores);
        Fields.texts(vulnerability, "RelatedVulnerabilities", details.path("relatedVulnerabilities"));
        vendor(vulnerability, details);
        Fields.texts(vulnerability, "ReferenceUrls", details.path("referenceUrls"));
        Fields.put(vulnerability, "FixAvailable", document.at("fixAvailable"));
        Fields.put(vulnerability, "ExploitAvailable", document.at("exploitAvailable"));
        Fields.number(vulnerability, "EpssScore", document.at("epss").path("score"));
        Fields.time(
                vulnerability,
                "LastKnownExploitAt",
                document.at("exploitabilityDetails").path("lastKnownExploitAt"));
        return vulnerability;
    }

    private static ObjectNode packageOf(JsonNode from) {
        ObjectNode written = Fields.object();
        Fields.put(written, "Name", from.path("name"));
        Fields.put(written, "Version", from.path("version"));
        Fields.put(written, "Epoch", from.path("epoch"));
        Fields.put(written, "Release", from.path("release"));
        Fields.put(written, "Architecture", from.path("arch"));
        Fields.put(written, "PackageManager", from.path("packageManager"));
        Fields.put(written, "FilePath", from.path("filePath"));
        Fields.put(written, "FixedInVersion", from.path("fixedInVersion"));
        Fields.put(written, "Remediation", from.path("remediation"));
        Fields.put(written, "SourceLayerHash", from.path("sourceLayerHash"));
        Fields.put(written, "SourceLayerArn", from.path("sourceLambdaLayerArn"));
        return written;
    }

    private static ObjectNode cvss(JsonNode from) {
        ObjectNode written = Fields.object();
        Fields.put(written, "Version", from.path("version"));
        Fields.number(written, "BaseScore", from.path("baseScore"));
        Fields.put(written, "BaseVector", from.path("scoringVector"));
        Fields.put(written, "Source", from.path("source"));
        return written;
    }

    private static ObjectNode adjusted(JsonNode from) {
        ObjectNode written = Fields.object();
        Fields.put(written, "Version", from.path("version"));
        Fields.number(written, "BaseScore", from.path("score"));
        Fields.put(written, "BaseVector", from.path("scoringVector"));
        Fields.put(written, "Source", from.path("scoreSource"));
        ArrayNode adjustments = Fields.list();
        for (JsonNode each : from.path("adjustments")) {
            ObjectNode adjustment = adjustments.addObject();
            Fields.put(adjustment, "Metric", each.path("metric"));
            Fields.put(adjustment, "Reason", each.path("reason"));
        }
        Fields.filled(written, "Adjustments", adjustments);
        return written;
    }

    private static void vendor(ObjectNode vulnerability, JsonNode details) {
        ObjectNode vendor = Fields.object();
        Fields.put(vendor, "Name", details.path("source"));
        Fields.put(vendor, "Url", details.path("sourceUrl"));
        Fields.put(vendor, "VendorSeverity", details.path("vendorSeverity"));
        Fields.time(vendor, "VendorCreatedAt", details.path("vendorCreatedAt"));
        Fields.time(vendor, "VendorUpdatedAt", details.path("vendorUpdatedAt"));
        if (vendor.has("Name")) {
            vulnerability.set("Vendor", vendor);
        }
    }

    private static ObjectNode code(JsonNode details) {
        ObjectNode vulnerability = Fields.object();
        String id = Fields.text(
                details.path("detectorId"), Fields.text(details.path("cwes").path(0), "unknown"));
        vulnerability.put("Id", id);
        Fields.texts(vulnerability, "ReferenceUrls", details.path("referenceUrls"));
        ObjectNode code = vulnerability.putArray("CodeVulnerabilities").addObject();
        Fields.texts(code, "Cwes", details.path("cwes"));
        JsonNode path = details.path("filePath");
        ObjectNode file = Fields.object();
        Fields.put(file, "FilePath", path.path("filePath"));
        Fields.put(file, "FileName", path.path("fileName"));
        Fields.number(file, "StartLine", path.path("startLine"));
        Fields.number(file, "EndLine", path.path("endLine"));
        Fields.filled(code, "FilePath", file);
        Fields.put(code, "SourceArn", details.path("sourceLambdaLayerArn"));
        return vulnerability;
    }
}
