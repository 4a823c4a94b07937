// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditFinding;
import software.amazon.awssdk.services.iot.model.AuditFindingSeverity;
import software.amazon.awssdk.services.iot.model.AuditFrequency;
import software.amazon.awssdk.services.iot.model.AuditTaskStatus;
import software.amazon.awssdk.services.iot.model.DayOfWeek;
import software.amazon.awssdk.services.iot.model.DescribeAuditTaskResponse;
import software.amazon.awssdk.services.iot.model.IotException;
import software.amazon.awssdk.services.iot.model.ListAuditFindingsRequest;
import software.amazon.awssdk.services.iot.model.PolicyVersionIdentifier;
import software.amazon.awssdk.services.iot.model.ResourceIdentifier;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.RecordState;

/**
 * The acceptance checklist of Audit (audit, section 8), item by item, each in an account of its own.
 *
 * <p>Item 10 is the tables of the policy checks' own tests, 11 is in ConnectionAuditTest, 13 to 15 are in
 * {@link MitigationTest}, 16 is in {@link NotificationTest}, 19 is in {@link ExperimentsTest}.
 */
class AuditChecklistTest {
    private static final String POLICIES = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String LOGGING = "LOGGING_DISABLED_CHECK";
    private static final String AGE = "DEVICE_CERTIFICATE_AGE_CHECK";
    private static final String EXPIRY = "DEVICE_CERTIFICATE_EXPIRING_CHECK";
    private static final String WIDE = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private static final String NARROW = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:Publish",
            "Resource":"arn:aws:iot:*:*:topic/plant/1"}]}""";

    /** So long the checks of connections wait on a new server. */
    private static final Duration PERIOD = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    private static ServerProcess server;

    private String account;
    private AwsClients aws;
    private IotClient iot;
    private SecurityHubClient hub;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD, "--dev-accounts");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void openAccount() {
        Environment owner = Accounts.open(server);
        account = owner.get("AWS_ACCESS_KEY_ID");
        aws = new AwsClients(owner);
        iot = aws.iot();
        hub = aws.hub();
    }

    @AfterEach
    void closeAccount() {
        aws.close();
    }

    @Test
    @DisplayName("1: a fresh account lists 17 checks, all disabled, and no role")
    void item1() {
        var fresh = iot.describeAccountAuditConfiguration();

        assertThat(fresh.auditCheckConfigurations())
                .hasSize(17)
                .containsKeys(POLICIES, LOGGING, AGE, EXPIRY)
                .allSatisfy((_, check) -> assertThat(check.enabled()).isFalse());
        assertThat(fresh.roleArn()).isNull();
    }

    @Test
    @DisplayName("2: the first update needs a role and an enabled check; later ones keep what they do not name")
    void item2() {
        refuses(400, () -> iot.updateAccountAuditConfiguration(r -> r.auditCheckConfigurations(on(POLICIES))));
        refuses(400, () -> iot.updateAccountAuditConfiguration(r -> r.roleArn(role())));
        refuses(
                400,
                () -> iot.updateAccountAuditConfiguration(
                        r -> r.roleArn(role()).auditCheckConfigurations(off(POLICIES))));

        enable(POLICIES, LOGGING);
        iot.updateAccountAuditConfiguration(r -> r.auditCheckConfigurations(off(LOGGING)));

        var checks = iot.describeAccountAuditConfiguration().auditCheckConfigurations();
        assertThat(checks.get(POLICIES).enabled()).isTrue();
        assertThat(checks.get(LOGGING).enabled()).isFalse();
    }

    @Test
    @DisplayName("3: the age threshold is a whole number from 30 to 3652, of its own check only")
    void item3() {
        enable(POLICIES);
        for (String wrong : List.of("29", "3653", "x")) {
            refuses(400, () -> threshold(AGE, wrong));
        }
        refuses(400, () -> threshold(EXPIRY, "100"));
        for (String right : List.of("30", "3652")) {
            threshold(AGE, right);
            assertThat(iot.describeAccountAuditConfiguration()
                            .auditCheckConfigurations()
                            .get(AGE)
                            .configuration())
                    .containsValue(right);
        }
    }

    @Test
    @DisplayName("4: a check that a schedule lists cannot be disabled")
    void item4() {
        enable(POLICIES, LOGGING);
        daily("nightly", POLICIES, LOGGING);

        refuses(400, () -> iot.updateAccountAuditConfiguration(r -> r.auditCheckConfigurations(off(LOGGING))));
        iot.updateScheduledAudit(r -> r.scheduledAuditName("nightly").targetCheckNames(POLICIES));
        iot.updateAccountAuditConfiguration(r -> r.auditCheckConfigurations(off(LOGGING)));
    }

    @Test
    @DisplayName("5: five schedules, each with the day that its frequency needs")
    void item5() {
        enable(POLICIES);
        IntStream.rangeClosed(1, 5).forEach(number -> daily("daily-" + number, POLICIES));
        refuses(410, () -> daily("daily-6", POLICIES));
        iot.deleteScheduledAudit(r -> r.scheduledAuditName("daily-5"));

        refuses(400, () -> schedule(AuditFrequency.WEEKLY, null, null));
        refuses(400, () -> schedule(AuditFrequency.MONTHLY, null, null));
        for (String wrong : List.of("32", "0", "first")) {
            refuses(400, () -> schedule(AuditFrequency.MONTHLY, wrong, null));
        }
        schedule(AuditFrequency.MONTHLY, "31", null);
        assertThat(iot.describeScheduledAudit(r -> r.scheduledAuditName("some")).dayOfMonth())
                .as("runs on the last day of shorter months, see RecurrenceTest")
                .isEqualTo("31");
    }

    @Test
    @DisplayName("6: ten audits at once; of enabled checks only")
    void item6() {
        enable(POLICIES);
        refuses(400, () -> iot.startOnDemandAuditTask(r -> r.targetCheckNames(LOGGING)));
        IntStream.range(0, 2000)
                .parallel()
                .forEach(number ->
                        iot.createPolicy(r -> r.policyName("narrow-" + number).policyDocument(NARROW)));

        refuses(
                410,
                () -> IntStream.range(0, 100)
                        .forEach(_ -> iot.startOnDemandAuditTask(r -> r.targetCheckNames(POLICIES))));
        assertThat(tasks(AuditTaskStatus.IN_PROGRESS)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    @DisplayName("7: what has ended, or never was, cannot be cancelled")
    void item7() {
        enable(LOGGING);
        String ended = audit(LOGGING);

        refuses(400, () -> iot.cancelAuditTask(r -> r.taskId(ended)));
        refuses(404, () -> iot.cancelAuditTask(r -> r.taskId("0".repeat(32))));
    }

    @Test
    @DisplayName("8: findings are asked for by task or by both times")
    void item8() {
        enable(LOGGING);
        String task = audit(LOGGING);
        Instant hourAgo = Instant.now().minusSeconds(3600);
        Instant soon = Instant.now().plusSeconds(60);

        refuses(
                400,
                () -> iot.listAuditFindings(
                        r -> r.taskId(task).startTime(hourAgo).endTime(soon)));
        refuses(400, () -> iot.listAuditFindings(r -> {}));
        refuses(400, () -> iot.listAuditFindings(r -> r.startTime(hourAgo)));
        refuses(400, () -> iot.listAuditFindings(r -> r.endTime(soon)));
        assertThat(findings(r -> r.taskId(task))).hasSize(1);
        assertThat(findings(r -> r.startTime(hourAgo).endTime(soon))).hasSize(1);
    }

    @Test
    @DisplayName("9: a policy that allows everything is one CRITICAL finding that does not speak of iot:Receive")
    void item9() {
        enable(POLICIES);
        iot.createPolicy(r -> r.policyName("AllOpen").policyDocument(WIDE));
        String task = audit(POLICIES);

        assertThat(findings(r -> r.taskId(task))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(AuditFindingSeverity.CRITICAL);
            assertThat(finding.reasonForNonComplianceCode()).isEqualTo("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS");
            assertThat(finding.reasonForNonCompliance())
                    .contains("[iot:Subscribe, iot:Connect, iot:GetThingShadow, iot:DeleteThingShadow,")
                    .doesNotContain("iot:Receive");
        });
    }

    @Test
    @DisplayName("12: suppressing the only finding makes the next audit compliant")
    void item12() {
        enable(POLICIES);
        iot.createPolicy(r -> r.policyName("AllOpen").policyDocument(WIDE));
        audit(POLICIES);
        var version = PolicyVersionIdentifier.builder()
                .policyName("AllOpen")
                .policyVersionId("1")
                .build();
        iot.createAuditSuppression(r -> r.checkName(POLICIES)
                .resourceIdentifier(ResourceIdentifier.builder()
                        .policyVersionIdentifier(version)
                        .build())
                .suppressIndefinitely(true));

        String task = audit(POLICIES);

        var details = describe(task).auditDetails().get(POLICIES);
        assertThat(details.checkRunStatusAsString()).isEqualTo("COMPLETED_COMPLIANT");
        assertThat(details.suppressedNonCompliantResourcesCount()).isOne();
        assertThat(findings(r -> r.taskId(task))).hasSize(1);
        assertThat(findings(r -> r.taskId(task).listSuppressedFindings(true))).hasSize(1);
        assertThat(findings(r -> r.taskId(task).listSuppressedFindings(false))).isEmpty();
    }

    @Test
    @DisplayName("17: a fault keeps its finding in the hub through audits, is archived when mended, and comes back")
    void item17() {
        acceptFindings();
        enable(POLICIES);
        iot.createPolicy(r -> r.policyName("AllOpen").policyDocument(WIDE));
        audit(POLICIES);
        AwsSecurityFinding first = await("the fault", RecordState.ACTIVE, null);
        assertThat(hubFindings())
                .extracting(AwsSecurityFinding::productName)
                .containsOnly("IoT Device Defender - Audit");

        audit(POLICIES);
        AwsSecurityFinding second = await("a later report", RecordState.ACTIVE, first);
        assertThat(second.id()).isEqualTo(first.id());

        iot.createPolicyVersion(r -> r.policyName("AllOpen").setAsDefault(true).policyDocument(NARROW));
        audit(POLICIES);
        AwsSecurityFinding mended = await("the end of the fault", RecordState.ARCHIVED, second);
        assertThat(mended.id()).isEqualTo(first.id());

        iot.setDefaultPolicyVersion(r -> r.policyName("AllOpen").policyVersionId("1"));
        audit(POLICIES);
        assertThat(await("the fault once more", RecordState.ACTIVE, mended).id())
                .isEqualTo(first.id());
    }

    @Test
    @DisplayName("18: an open policy and missing logs are findings with their resources, beside a summary per check")
    void item18() {
        acceptFindings();
        Set<String> checks = iot.describeAccountAuditConfiguration()
                .auditCheckConfigurations()
                .keySet();
        enable(checks.toArray(String[]::new));
        iot.createPolicy(r -> r.policyName("AllOpen").policyDocument(WIDE));
        audit(checks.toArray(String[]::new));

        await().untilAsserted(() -> {
            List<AwsSecurityFinding> all = hubFindings();
            assertThat(types(all, "AuditFinding")).contains("AwsIotPolicy", "AwsIotAccountSettings");
            assertThat(types(all, "CheckSummary")).hasSize(checks.size()).containsOnly("AwsIotAuditTask");
        });
    }

    @Test
    @DisplayName("20: paginators return every row once")
    void item20() {
        enable(POLICIES);
        IntStream.range(0, 7)
                .forEach(number ->
                        iot.createPolicy(r -> r.policyName("open-" + number).policyDocument(WIDE)));
        IntStream.rangeClosed(1, 5).forEach(number -> daily("daily-" + number, POLICIES));
        IntStream.range(0, 6).forEach(_ -> audit(POLICIES));
        String task = audit(POLICIES);
        IntStream.range(0, 5)
                .forEach(number -> iot.createAuditSuppression(r -> r.checkName(AGE)
                        .resourceIdentifier(i -> i.deviceCertificateId("%064x".formatted(number)))
                        .suppressIndefinitely(true)));
        Instant hourAgo = Instant.now().minusSeconds(3600);
        Instant soon = Instant.now().plusSeconds(60);

        once(
                7,
                iot
                        .listAuditTasksPaginator(
                                r -> r.startTime(hourAgo).endTime(soon).maxResults(2))
                        .tasks()
                        .stream()
                        .map(row -> row.taskId()));
        once(
                7,
                iot.listAuditFindingsPaginator(r -> r.taskId(task).maxResults(2)).findings().stream()
                        .map(AuditFinding::findingId));
        once(
                5,
                iot.listScheduledAuditsPaginator(r -> r.maxResults(2)).scheduledAudits().stream()
                        .map(row -> row.scheduledAuditName()));
        once(
                5,
                iot.listAuditSuppressionsPaginator(r -> r.maxResults(2)).suppressions().stream()
                        .map(row -> row.resourceIdentifier().deviceCertificateId()));
    }

    private static void once(int expected, Stream<String> rows) {
        List<String> all = rows.toList();
        assertThat(all).hasSize(expected);
        assertThat(new HashSet<>(all)).hasSize(expected);
    }

    private static void refuses(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IotException.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(status));
    }

    private String role() {
        return "arn:aws:iam::" + account + ":role/audit";
    }

    private static Map<String, AuditCheckConfiguration> on(String... checks) {
        return configured(true, checks);
    }

    private static Map<String, AuditCheckConfiguration> off(String... checks) {
        return configured(false, checks);
    }

    private static Map<String, AuditCheckConfiguration> configured(boolean isEnabled, String... checks) {
        var all = new HashMap<String, AuditCheckConfiguration>();
        for (String check : checks) {
            all.put(check, AuditCheckConfiguration.builder().enabled(isEnabled).build());
        }
        return all;
    }

    private void enable(String... checks) {
        iot.updateAccountAuditConfiguration(r -> r.roleArn(role()).auditCheckConfigurations(on(checks)));
    }

    private void threshold(String check, String days) {
        var configuration = AuditCheckConfiguration.builder()
                .enabled(true)
                .configurationWithStrings(Map.of("CERT_AGE_THRESHOLD_IN_DAYS", days))
                .build();
        iot.updateAccountAuditConfiguration(r -> r.auditCheckConfigurations(Map.of(check, configuration)));
    }

    private void daily(String name, String... checks) {
        iot.createScheduledAudit(
                r -> r.scheduledAuditName(name).frequency(AuditFrequency.DAILY).targetCheckNames(checks));
    }

    private void schedule(AuditFrequency frequency, String dayOfMonth, DayOfWeek dayOfWeek) {
        iot.createScheduledAudit(r -> r.scheduledAuditName("some")
                .frequency(frequency)
                .dayOfMonth(dayOfMonth)
                .dayOfWeek(dayOfWeek)
                .targetCheckNames(POLICIES));
    }

    private List<String> tasks(AuditTaskStatus status) {
        return iot
                .listAuditTasksPaginator(r -> r.startTime(Instant.now().minusSeconds(3600))
                        .endTime(Instant.now().plusSeconds(60))
                        .taskStatus(status))
                .tasks()
                .stream()
                .map(task -> task.taskId())
                .toList();
    }

    /** Carries an audit through; answers its id. */
    private String audit(String... checks) {
        String id = iot.startOnDemandAuditTask(r -> r.targetCheckNames(checks)).taskId();
        await().until(() -> describe(id).taskStatus() == AuditTaskStatus.COMPLETED);
        return id;
    }

    private DescribeAuditTaskResponse describe(String task) {
        return iot.describeAuditTask(r -> r.taskId(task));
    }

    private List<AuditFinding> findings(Consumer<ListAuditFindingsRequest.Builder> request) {
        return iot.listAuditFindings(request).findings();
    }

    private void acceptFindings() {
        hub.enableSecurityHub(r -> r.enableDefaultStandards(false));
        String region = server.environment().get("AWS_REGION");
        hub.enableImportFindingsForProduct(
                r -> r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-audit"));
    }

    private List<AwsSecurityFinding> hubFindings() {
        return hub.getFindingsPaginator(r -> r.maxResults(100)).findings().stream()
                .toList();
    }

    /** The finding on the policy once it is in that state and later than before. */
    private AwsSecurityFinding await(String what, RecordState state, AwsSecurityFinding before) {
        return await().alias(what)
                .until(
                        () -> hubFindings().stream()
                                .filter(finding -> "AuditFinding"
                                        .equals(finding.productFields().get("ReportType")))
                                .filter(finding -> finding.recordState() == state)
                                .filter(finding -> before == null
                                        || Instant.parse(finding.updatedAt())
                                                .isAfter(Instant.parse(before.updatedAt())))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private static List<String> types(List<AwsSecurityFinding> findings, String reportType) {
        return findings.stream()
                .filter(finding -> reportType.equals(finding.productFields().get("ReportType")))
                .map(finding -> finding.resources().getFirst().type())
                .toList();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }
}
