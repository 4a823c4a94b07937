// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.kernel.Arn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who else has access, and which access nobody uses, as IAM Access Analyzer found it (hub, IAM Access Analyzer).
 *
 * <p>The analyzer has a finding for each principal, the hub one for each resource: those of a resource that come
 * together are grouped.
 */
record AccessAnalyzerService() implements NativeService {
    @Override
    public String format() {
        return "ACCESS_ANALYZER";
    }

    @Override
    public String product() {
        return "aws/access-analyzer";
    }

    @Override
    public String eventSource() {
        return "aws.access-analyzer";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        return allFindings(List.of(document));
    }

    @Override
    public List<ObjectNode> allFindings(List<NativeDocument> documents) {
        var byResource = new LinkedHashMap<String, List<NativeDocument>>();
        for (NativeDocument document : documents) {
            byResource.computeIfAbsent(id(document), id -> new ArrayList<>()).add(document);
        }
        var findings = new ArrayList<ObjectNode>();
        for (Map.Entry<String, List<NativeDocument>> group : byResource.entrySet()) {
            NativeDocument first = group.getValue().getFirst();
            String region = first.region("region");
            ObjectNode finding = first.finding(product(), account(first), region);
            findings.add(new AccessGroup(group.getValue(), region).write(finding.put("Id", group.getKey())));
        }
        return findings;
    }

    /** The analyzer's ARN, which envelopes name, and the resource. */
    private static String id(NativeDocument document) {
        String analyzer =
                Fields.text(document.envelope().path("resources").path(0), Fields.text(document.at("analyzerArn"), ""));
        if (analyzer.isEmpty()) {
            analyzer = document.arn("access-analyzer", document.region("region"), account(document), "analyzer");
        }
        return analyzer + "/" + Fields.text(document.at("resource"), "");
    }

    /** The account of the resource; that of the analyzer where the resource's is not told. */
    private static String account(NativeDocument document) {
        Arn resource = Arn.parse(document.at("resource").asString(""));
        String owner =
                resource == null || resource.account().isEmpty() ? document.account("accountId") : resource.account();
        return Fields.text(document.at("resourceOwnerAccount"), owner);
    }
}
