// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a finding of GuardDuty is about; the account itself where nothing closer is named. */
final class GuardDutyResources {
    private final NativeDocument document;
    private final String region;
    private final String account;
    private final String partition;
    private final @Nullable String role;
    private final ArrayNode resources = Fields.list();

    private GuardDutyResources(NativeDocument document, String region) {
        this.document = document;
        this.region = region;
        this.account = document.account("accountId");
        this.partition = Fields.text(document.at("partition"), document.partition(region));
        this.role = Fields.text(document.at("service").path("resourceRole"));
    }

    static ArrayNode of(NativeDocument document, String region) {
        var list = new GuardDutyResources(document, region);
        JsonNode resource = document.at("resource");
        list.instance(resource.path("instanceDetails"));
        list.accessKey(resource.path("accessKeyDetails"));
        resource.path("s3BucketDetails").forEach(list::bucket);
        list.cluster(resource.path("eksClusterDetails"));
        list.container(resource.path("containerDetails"));
        list.function(resource.path("lambdaDetails"));
        list.database(resource.path("rdsDbInstanceDetails"));
        if (list.resources.isEmpty()) {
            list.add(Resource.of("AwsAccount", "AWS::::Account:" + list.account));
        }
        return list.resources;
    }

    private void add(Resource resource) {
        resources.add(resource.in(partition, region).role(role).document());
    }

    private void instance(JsonNode instance) {
        String id = Fields.text(instance.path("instanceId"));
        if (id == null) {
            return;
        }
        ObjectNode details = Fields.object();
        Fields.put(details, "Type", instance.path("instanceType"));
        Fields.put(details, "ImageId", instance.path("imageId"));
        Fields.put(
                details,
                "IamInstanceProfileArn",
                instance.path("iamInstanceProfile").path("arn"));
        Fields.time(details, "LaunchedAt", instance.path("launchTime"));
        JsonNode network = instance.path("networkInterfaces").path(0);
        Fields.put(details, "VpcId", network.path("vpcId"));
        Fields.put(details, "SubnetId", network.path("subnetId"));
        ArrayNode addresses = Fields.list();
        addresses.add(network.path("publicIp")).add(network.path("privateIpAddress"));
        Fields.texts(details, "IpV4Addresses", addresses);
        add(Resource.of("AwsEc2Instance", document.arn("ec2", region, account, "instance/" + id))
                .tags(instance.path("tags"))
                .details(details));
    }

    private void accessKey(JsonNode key) {
        String id = Fields.text(key.path("accessKeyId"), Fields.text(key.path("principalId"), ""));
        if (id.isEmpty()) {
            return;
        }
        ObjectNode details = Fields.object();
        Fields.put(details, "AccessKeyId", key.path("accessKeyId"));
        Fields.put(details, "PrincipalId", key.path("principalId"));
        Fields.put(details, "PrincipalType", key.path("userType"));
        Fields.put(details, "PrincipalName", key.path("userName"));
        add(Resource.of("AwsIamAccessKey", "AWS::IAM::AccessKey:" + id).details(details));
    }

    private void bucket(JsonNode bucket) {
        String name = Fields.text(bucket.path("name"), "");
        ObjectNode details = Fields.object();
        Fields.put(details, "OwnerId", bucket.path("owner").path("id"));
        Fields.put(details, "Name", name);
        Fields.time(details, "CreatedAt", bucket.path("createdAt"));
        add(Resource.of("AwsS3Bucket", Fields.text(bucket.path("arn"), document.arn("s3", "", "", name)))
                .tags(bucket.path("tags"))
                .details(details));
    }

    private void cluster(JsonNode cluster) {
        String arn = Fields.text(cluster.path("arn"));
        if (arn == null) {
            return;
        }
        ObjectNode details = Fields.object().put("Arn", arn);
        Fields.put(details, "Name", cluster.path("name"));
        Fields.put(details, "ClusterStatus", cluster.path("status"));
        add(Resource.of("AwsEksCluster", arn).tags(cluster.path("tags")).details(details));
    }

    private void container(JsonNode container) {
        String id = Fields.text(container.path("id"), Fields.text(container.path("name"), ""));
        if (id.isEmpty()) {
            return;
        }
        ObjectNode details = Fields.object();
        Fields.put(details, "Name", container.path("name"));
        Fields.put(details, "ImageName", container.path("image"));
        Fields.put(details, "ContainerRuntime", container.path("containerRuntime"));
        add(Resource.of("Container", id).details(details));
    }

    private void function(JsonNode function) {
        String arn = Fields.text(function.path("functionArn"));
        if (arn == null) {
            return;
        }
        ObjectNode details = Fields.object();
        Fields.put(details, "FunctionName", function.path("functionName"));
        Fields.put(details, "Version", function.path("functionVersion"));
        Fields.put(details, "RevisionId", function.path("revisionId"));
        Fields.time(details, "LastModified", function.path("lastModifiedAt"));
        add(Resource.of("AwsLambdaFunction", arn).tags(function.path("tags")).details(details));
    }

    private void database(JsonNode database) {
        String name = Fields.text(database.path("dbInstanceIdentifier"), "");
        String arn = Fields.text(
                database.path("dbInstanceArn"),
                name.isEmpty() ? "" : document.arn("rds", region, account, "db:" + name));
        if (arn.isEmpty()) {
            return;
        }
        ObjectNode details = Fields.object();
        Fields.put(details, "DBInstanceIdentifier", name);
        Fields.put(details, "Engine", database.path("engine"));
        Fields.put(details, "EngineVersion", database.path("engineVersion"));
        Fields.put(details, "DBClusterIdentifier", database.path("dbClusterIdentifier"));
        add(Resource.of("AwsRdsDbInstance", arn).tags(database.path("tags")).details(details));
    }
}
