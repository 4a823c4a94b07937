// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Weaknesses that Inspector found (hub, Inspector v2). */
record InspectorService() implements NativeService {
    private static final Set<String> OVER = Set.of("CLOSED", "SUPPRESSED");
    private static final String PORTS = "openPortRange";

    @Override
    public String format() {
        return "INSPECTOR";
    }

    @Override
    public String product() {
        return "aws/inspector";
    }

    @Override
    public String eventSource() {
        return "aws.inspector2";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        JsonNode first = document.at("resources").path(0);
        String region = Fields.text(first.path("region"), document.region("region"));
        ObjectNode finding = document.finding(product(), document.account("awsAccountId"), region);
        Fields.put(finding, "Id", document.at("findingArn"));
        finding.put("GeneratorId", "AWSInspector");
        finding.putArray("Types").add(type(document));
        Fields.time(finding, "FirstObservedAt", document.at("firstObservedAt"));
        Fields.time(finding, "LastObservedAt", document.at("lastObservedAt"));
        Fields.time(finding, "CreatedAt", document.at("firstObservedAt"));
        Fields.time(finding, "UpdatedAt", Fields.either(document.at("updatedAt"), document.at("lastObservedAt")));
        String severity = Fields.text(document.at("severity"), "UNTRIAGED");
        finding.putObject("Severity").put("Label", severity.equals("UNTRIAGED") ? "INFORMATIONAL" : severity);
        Fields.put(finding, "Title", document.at("title"));
        Fields.put(finding, "Description", document.at("description"));
        remediation(finding, document.at("remediation").path("recommendation"));
        Fields.filled(finding, "ProductFields", fields(document));
        InspectorVulnerabilities.write(finding, document);
        network(finding, document.at("networkReachabilityDetails"));
        ArrayNode resources = finding.putArray("Resources");
        document.at("resources").forEach(resource -> resources.add(resource(document, resource)));
        finding.put("RecordState", OVER.contains(document.at("status").asString("")) ? "ARCHIVED" : "ACTIVE");
        return List.of(finding);
    }

    private static String type(NativeDocument document) {
        return switch (document.at("type").asString("")) {
            case "PACKAGE_VULNERABILITY" -> "Software and Configuration Checks/Vulnerabilities/CVE";
            case "NETWORK_REACHABILITY" ->
                "Software and Configuration Checks/AWS Security Best Practices/Network Reachability";
            default -> "Software and Configuration Checks/Vulnerabilities";
        };
    }

    private static void remediation(ObjectNode finding, JsonNode recommendation) {
        ObjectNode written = Fields.object();
        Fields.put(written, "Text", recommendation.path("text"));
        Fields.put(written, "Url", Fields.either(recommendation.path("Url"), recommendation.path("url")));
        if (!written.isEmpty()) {
            finding.putObject("Remediation").set("Recommendation", written);
        }
    }

    private static ObjectNode fields(NativeDocument document) {
        ObjectNode fields = Fields.object().put("aws/inspector/ProductVersion", "2");
        Fields.put(fields, "aws/inspector/FindingStatus", document.at("status"));
        Fields.put(fields, "aws/inspector/inspectorScore", document.at("inspectorScore"));
        String layers = String.join(
                ",",
                document.at("packageVulnerabilityDetails")
                        .path("vulnerablePackages")
                        .valueStream()
                        .map(each -> each.path("sourceLayerHash").asString(""))
                        .filter(hash -> !hash.isEmpty())
                        .distinct()
                        .toList());
        Fields.put(fields, "aws/inspector/packageVulnerabilityDetails/vulnerablePackages/sourceLayerHashes", layers);
        JsonNode first = document.at("resources").path(0);
        if (first.path("type").asString("").equals("AWS_EC2_INSTANCE")) {
            Fields.put(fields, "aws/inspector/instanceId", first.path("id"));
        }
        JsonNode network = document.at("networkReachabilityDetails");
        Fields.put(fields, "aws/inspector/networkReachabilityDetails/protocol", network.path("protocol"));
        Fields.put(
                fields,
                "aws/inspector/networkReachabilityDetails/openPortRange/begin",
                network.path(PORTS).path("begin"));
        Fields.put(
                fields,
                "aws/inspector/networkReachabilityDetails/openPortRange/end",
                network.path(PORTS).path("end"));
        return fields;
    }

    private static void network(ObjectNode finding, JsonNode network) {
        ArrayNode path = Fields.list();
        for (JsonNode step : network.path("networkPath").path("steps")) {
            ObjectNode component = path.addObject();
            Fields.put(component, "ComponentId", step.path("componentId"));
            Fields.put(component, "ComponentType", step.path("componentType"));
        }
        JsonNode ports = network.path(PORTS);
        if (!path.isEmpty() && !ports.isEmpty()) {
            ObjectNode header = ((ObjectNode) path.get(0)).putObject("Ingress");
            Fields.put(header, "Protocol", network.path("protocol"));
            header.putObject("Destination").putArray("PortRanges").add(Keys.capitalized(ports));
        }
        Fields.filled(finding, "NetworkPath", path);
    }

    private static ObjectNode resource(NativeDocument document, JsonNode resource) {
        String region = Fields.text(resource.path("region"), document.region("region"));
        String id = Fields.text(resource.path("id"), "");
        String type = Fields.text(resource.path("type"), "");
        JsonNode details = resource.path("details");
        String partition = Fields.text(resource.path("partition"), document.partition(region));
        Resource written = switch (type) {
            case "AWS_EC2_INSTANCE" ->
                Resource.of("AwsEc2Instance", instance(document, region, id))
                        .details(InspectorDetails.instance(details.path("awsEc2Instance")));
            case "AWS_ECR_CONTAINER_IMAGE" ->
                Resource.of("AwsEcrContainerImage", id)
                        .details(InspectorDetails.image(details.path("awsEcrContainerImage")));
            case "AWS_ECR_REPOSITORY" -> Resource.of("AwsEcrRepository", id);
            case "AWS_LAMBDA_FUNCTION" ->
                Resource.of("AwsLambdaFunction", id)
                        .details(InspectorDetails.function(details.path("awsLambdaFunction")));
            case "CODE_REPOSITORY" -> Resource.of("CodeRepository", id);
            default -> Resource.of("Other", id);
        };
        return written.in(partition, region).tags(resource.path("tags")).document();
    }

    private static String instance(NativeDocument document, String region, String id) {
        return id.startsWith("arn:")
                ? id
                : document.arn("ec2", region, document.account("awsAccountId"), "instance/" + id);
    }
}
