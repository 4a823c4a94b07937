// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bucket and the object that a finding of Macie is about. */
final class MacieResources {
    private static final Map<String, String> ENCRYPTION = Map.of("AES256", "AES256", "aws:kms", "aws:kms");

    private MacieResources() {}

    static ArrayNode of(NativeDocument document, String region) {
        ArrayNode resources = Fields.list();
        String partition = document.partition(region);
        JsonNode bucket = document.at("resourcesAffected").path("s3Bucket");
        if (bucket.isObject()) {
            String arn = Fields.text(
                    bucket.path("arn"),
                    "arn:" + partition + ":s3:::" + bucket.path("name").asString(""));
            resources.add(Resource.of("AwsS3Bucket", arn)
                    .in(partition, region)
                    .tags(bucket.path("tags"))
                    .details(bucket(bucket))
                    .document());
        }
        JsonNode object = document.at("resourcesAffected").path("s3Object");
        if (object.isObject()) {
            String path = Fields.text(
                    object.path("path"),
                    bucket.path("name").asString("") + "/" + object.path("key").asString(""));
            resources.add(Resource.of("AwsS3Object", "arn:" + partition + ":s3:::" + path)
                    .in(partition, region)
                    .tags(object.path("tags"))
                    .with("DataClassification", classification(document.at("classificationDetails")))
                    .details(object(object))
                    .document());
        }
        return resources;
    }

    private static ObjectNode bucket(JsonNode bucket) {
        ObjectNode details = Fields.object();
        Fields.put(details, "OwnerId", bucket.path("owner").path("id"));
        Fields.put(details, "OwnerName", bucket.path("owner").path("displayName"));
        Fields.time(details, "CreatedAt", bucket.path("createdAt"));
        JsonNode block = bucket.path("publicAccess")
                .path("permissionConfiguration")
                .path("bucketLevelPermissions")
                .path("blockPublicAccess");
        ObjectNode written = Fields.object();
        for (String flag :
                new String[] {"blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"}) {
            Fields.flag(written, Character.toUpperCase(flag.charAt(0)) + flag.substring(1), block.path(flag));
        }
        Fields.filled(details, "PublicAccessBlockConfiguration", written);
        JsonNode encryption = bucket.path("defaultServerSideEncryption");
        String algorithm = ENCRYPTION.get(encryption.path("encryptionType").asString(""));
        if (algorithm != null) {
            ObjectNode rule = details.putObject("ServerSideEncryptionConfiguration")
                    .putArray("Rules")
                    .addObject()
                    .putObject("ApplyServerSideEncryptionByDefault");
            rule.put("SSEAlgorithm", algorithm);
            Fields.put(rule, "KMSMasterKeyID", encryption.path("kmsMasterKeyId"));
        }
        return details;
    }

    private static ObjectNode object(JsonNode object) {
        ObjectNode details = Fields.object();
        Fields.time(details, "LastModified", object.path("lastModified"));
        Fields.put(details, "ETag", object.path("eTag"));
        Fields.put(details, "VersionId", object.path("versionId"));
        JsonNode encryption = object.path("serverSideEncryption");
        Fields.put(details, "ServerSideEncryption", encryption.path("encryptionType"));
        Fields.put(details, "SSEKMSKeyId", encryption.path("kmsMasterKeyId"));
        return details;
    }

    /** Findings call the members as Macie does, with capitals. */
    private static ObjectNode classification(JsonNode details) {
        ObjectNode written = Fields.object();
        Fields.put(written, "DetailedResultsLocation", details.path("detailedResultsLocation"));
        if (details.path("result").isObject()) {
            written.set("Result", Keys.capitalized(details.path("result")));
        }
        return written;
    }
}
