// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Inspector tells of the resources that it scans. */
final class InspectorDetails {
    private InspectorDetails() {}

    static ObjectNode instance(JsonNode instance) {
        ObjectNode details = Fields.object();
        Fields.put(details, "Type", instance.path("type"));
        Fields.put(details, "ImageId", instance.path("imageId"));
        Fields.put(details, "VpcId", instance.path("vpcId"));
        Fields.put(details, "SubnetId", instance.path("subnetId"));
        Fields.put(details, "KeyName", instance.path("keyName"));
        Fields.put(details, "IamInstanceProfileArn", instance.path("iamInstanceProfileArn"));
        Fields.time(details, "LaunchedAt", instance.path("launchedAt"));
        addresses(details, "IpV4Addresses", instance.path("ipV4Addresses"));
        addresses(details, "IpV6Addresses", instance.path("ipV6Addresses"));
        return details;
    }

    static ObjectNode image(JsonNode image) {
        ObjectNode details = Fields.object();
        Fields.put(details, "RegistryId", image.path("registry"));
        Fields.put(details, "RepositoryName", image.path("repositoryName"));
        Fields.put(details, "Architecture", image.path("architecture"));
        Fields.put(details, "ImageDigest", image.path("imageHash"));
        Fields.time(details, "ImagePublishedAt", image.path("pushedAt"));
        addresses(details, "ImageTags", image.path("imageTags"));
        return details;
    }

    static ObjectNode function(JsonNode function) {
        ObjectNode details = Fields.object();
        Fields.put(details, "FunctionName", function.path("functionName"));
        Fields.put(details, "Runtime", function.path("runtime"));
        Fields.put(details, "CodeSha256", function.path("codeSha256"));
        Fields.put(details, "Version", function.path("version"));
        Fields.put(details, "Role", function.path("executionRoleArn"));
        Fields.time(details, "LastModified", function.path("lastModifiedAt"));
        return details;
    }

    private static void addresses(ObjectNode details, String name, JsonNode list) {
        if (list instanceof ArrayNode values) {
            Fields.texts(details, name, values);
        }
    }
}
