// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Instances that lack patches, from patch states (hub, Systems Manager Patch Manager).
 *
 * <p>Each run that finds something is a finding of its own; runs that find nothing say nothing.
 */
record PatchManagerService() implements NativeService {
    private static final List<String> MISSING =
            List.of("missingCount", "failedCount", "installedRejectedCount", "installedPendingRebootCount");
    private static final String DOCUMENT = "AWS-RunPatchBaseline";

    @Override
    public String format() {
        return "PATCH_MANAGER";
    }

    @Override
    public String product() {
        return "aws/ssm-patch-manager";
    }

    @Override
    public String eventSource() {
        return "aws.ssm";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument state) {
        boolean isCompliant = MISSING.stream().allMatch(count -> state.at(count).asLong(0) == 0);
        return isCompliant ? List.of() : List.of(finding(state));
    }

    private ObjectNode finding(NativeDocument state) {
        String region = state.region("region");
        String account = state.account("accountId");
        String instance = Fields.text(state.at("instanceId"), "");
        String ended = SourceTime.text(state.at("operationEndTime"));
        String time = ended == null ? state.time() : ended;
        String command = Fields.text(state.at("commandId"), Fields.text(state.at("snapshotId"), time));
        String document = Fields.text(state.at("documentName"), DOCUMENT);
        ObjectNode finding = state.finding(product(), account, region);
        finding.put(
                "Id",
                state.arn(
                        "patchmanager",
                        region,
                        account,
                        "instance/" + instance + "/document/" + document + "/run-command/" + command));
        finding.put("GeneratorId", command);
        finding.putArray("Types").add("Software & Configuration Checks/Patch Management/Compliance");
        finding.put("CreatedAt", time).put("UpdatedAt", time);
        finding.putObject("Severity").put("Label", "INFORMATIONAL").put("Normalized", 0);
        finding.put("Title", "Systems Manager Patch Summary - Managed Instance Non-Compliant");
        finding.put(
                "Description",
                "Instance " + instance + " lacks patches: "
                        + state.at("missingCount").asLong(0) + " missing, "
                        + state.at("failedCount").asLong(0) + " failed.");
        finding.set("PatchSummary", summary(state));
        finding.putArray("Resources")
                .add(Resource.of("AwsEc2Instance", instance)
                        .in(state.partition(region), region)
                        .document());
        return finding;
    }

    private static ObjectNode summary(NativeDocument state) {
        ObjectNode summary = Fields.object().put("Id", Fields.text(state.at("baselineId"), "unknown"));
        Fields.number(summary, "InstalledCount", state.at("installedCount"));
        Fields.number(summary, "MissingCount", state.at("missingCount"));
        Fields.number(summary, "FailedCount", state.at("failedCount"));
        Fields.number(summary, "InstalledOtherCount", state.at("installedOtherCount"));
        Fields.number(summary, "InstalledRejectedCount", state.at("installedRejectedCount"));
        Fields.number(summary, "InstalledPendingReboot", state.at("installedPendingRebootCount"));
        Fields.time(summary, "OperationStartTime", state.at("operationStartTime"));
        Fields.time(summary, "OperationEndTime", state.at("operationEndTime"));
        Fields.put(summary, "RebootOption", state.at("rebootOption"));
        Fields.put(summary, "Operation", state.at("operation").asString("").toUpperCase(Locale.ROOT));
        return summary;
    }
}
