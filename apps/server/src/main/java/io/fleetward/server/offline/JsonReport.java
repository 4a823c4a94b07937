// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings as one JSON object. */
final class JsonReport {
    private JsonReport() {}

    static String of(Inspection inspection) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("files", inspection.files());
        root.put("known", inspection.known());
        ArrayNode findings = root.putArray("findings");
        inspection.findings().forEach(finding -> add(findings.addObject(), finding));
        return root.toPrettyString() + "\n";
    }

    private static void add(ObjectNode node, FileFinding finding) {
        node.put("fingerprint", finding.fingerprint());
        node.put("severity", finding.severity().name());
        node.put("checkName", finding.checkName().value());
        node.put("reasonForNonComplianceCode", finding.fault().code().value());
        node.put("reasonForNonCompliance", finding.fault().reason());
        node.put("resourceType", finding.check().resourceType().name());
        node.put("resource", finding.resource());
        node.put("file", finding.file());
        node.put("line", finding.position().line());
        node.put("column", finding.position().column());
        ObjectNode info = node.putObject("additionalInfo");
        finding.evidence().forEach(info::put);
    }
}
