// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditCheckRunStatus;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;

/** Experiment A: a policy that allows everything becomes a CRITICAL finding within seconds. */
final class AuditExperiment {
    private static final String ALLOW_ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static final String AUDIT_PRODUCT = "IoT Device Defender - Audit";
    private static final String ROLE = "arn:aws:iam::000000000000:role/fleetward-audit";
    private static final String GET_FINDINGS = "aws securityhub get-findings --filters '"
            + "{\"ProductName\":[{\"Value\":\"" + AUDIT_PRODUCT + "\",\"Comparison\":\"EQUALS\"}]}'";

    private final Steps steps;
    private final AwsClients aws;

    AuditExperiment(Steps steps, AwsClients aws) {
        this.steps = steps;
        this.aws = aws;
    }

    void perform() throws Exception {
        steps.say("Experiment A: an over-permissive policy becomes a finding");
        enableHub();
        steps.step(
                "Create a policy that allows * on *",
                "aws iot create-policy --policy-name AllowAll --policy-document '" + ALLOW_ALL + "'",
                () -> aws.iot().createPolicy(r -> r.policyName("AllowAll").policyDocument(ALLOW_ALL)));
        Set<String> checks = enableAllChecks();
        String task = steps.step(
                "Start an on-demand audit with all " + checks.size() + " checks",
                "aws iot start-on-demand-audit-task --target-check-names " + String.join(" ", checks),
                () -> aws.iot()
                        .startOnDemandAuditTask(r -> r.targetCheckNames(checks))
                        .taskId());
        awaitReport(task);
        awaitFindings(task, checks);
    }

    private void enableHub() throws Exception {
        steps.step(
                "Enable the hub",
                "aws securityhub enable-security-hub --no-enable-default-standards",
                () -> aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false)));
        String region = aws.hub().serviceClientConfiguration().region().id();
        for (String product : List.of("iot-device-defender-audit", "iot-device-defender-detect")) {
            String arn = "arn:aws:securityhub:" + region + "::product/aws/" + product;
            steps.step(
                    "Accept findings of " + product,
                    "aws securityhub enable-import-findings-for-product --product-arn " + arn,
                    () -> aws.hub().enableImportFindingsForProduct(r -> r.productArn(arn)));
        }
    }

    private Set<String> enableAllChecks() throws Exception {
        Set<String> checks = aws.iot()
                .describeAccountAuditConfiguration(r -> {})
                .auditCheckConfigurations()
                .keySet();
        var on = AuditCheckConfiguration.builder().enabled(true).build();
        Map<String, AuditCheckConfiguration> all =
                checks.stream().collect(Collectors.toMap(check -> check, check -> on));
        steps.step(
                "Turn on all " + checks.size() + " audit checks",
                "aws iot update-account-audit-configuration --role-arn " + ROLE
                        + " --audit-check-configurations '{\"LOGGING_DISABLED_CHECK\":{\"enabled\":true}, …}'",
                () -> aws.iot()
                        .updateAccountAuditConfiguration(r -> r.roleArn(ROLE).auditCheckConfigurations(all)));
        return checks;
    }

    private void awaitReport(String task) throws Exception {
        steps.await(
                "The audit report is complete and not compliant",
                "aws iot describe-audit-task --task-id " + task,
                () -> {
                    var report = aws.iot().describeAuditTask(r -> r.taskId(task));
                    var policyCheck = report.auditDetails().get("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
                    boolean isBroken = report.taskStatus() == AuditTaskStatus.COMPLETED
                            && policyCheck != null
                            && policyCheck.checkRunStatus() == AuditCheckRunStatus.COMPLETED_NON_COMPLIANT;
                    return isBroken ? new Seen.Yes<>(report) : new Seen.NotYet<>(report.toString());
                });
    }

    private void awaitFindings(String task, Set<String> checks) throws Exception {
        awaitFinding("CRITICAL", "AwsIotPolicy", "IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        awaitFinding("LOW", "AwsIotAccountSettings", "LOGGING_DISABLED_CHECK");
        steps.await("The hub holds a check summary for each of the " + checks.size() + " checks", GET_FINDINGS, () -> {
            Set<String> summarised = findings().stream()
                    .filter(finding -> "AwsIotAuditTask"
                            .equals(finding.resources().getFirst().type()))
                    .filter(finding -> task.equals(finding.productFields().get("TaskId")))
                    .map(finding -> finding.productFields().getOrDefault("CheckName", ""))
                    .collect(Collectors.toSet());
            return summarised.equals(checks) ? new Seen.Yes<>(summarised) : new Seen.NotYet<>(summarised.toString());
        });
    }

    private void awaitFinding(String severity, String resourceType, String check) throws Exception {
        AwsSecurityFinding found = steps.await(
                "The hub holds a " + severity + " finding on " + resourceType,
                GET_FINDINGS,
                () -> findings().stream()
                        .filter(finding -> severity.equals(finding.severity().labelAsString()))
                        .filter(finding -> resourceType.equals(
                                finding.resources().getFirst().type()))
                        .filter(finding -> finding.title().startsWith(check + ": "))
                        .max(Comparator.comparing(AwsSecurityFinding::updatedAt))
                        .<Seen<AwsSecurityFinding>>map(Seen.Yes::new)
                        .orElseGet(() -> new Seen.NotYet<>("no such finding")));
        steps.say("      → " + found.title());
    }

    private List<AwsSecurityFinding> findings() {
        var product = StringFilter.builder()
                .value(AUDIT_PRODUCT)
                .comparison(StringFilterComparison.EQUALS)
                .build();
        var filters = AwsSecurityFindingFilters.builder().productName(product).build();
        return aws.hub().getFindingsPaginator(r -> r.filters(filters)).findings().stream()
                .toList();
    }
}
