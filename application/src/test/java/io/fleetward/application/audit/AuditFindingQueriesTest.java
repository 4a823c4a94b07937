// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.aFinding;
import static io.fleetward.application.audit.AuditRecords.aFindingWithRelated;
import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.application.audit.AuditSettingsTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditFindingQueries.Question;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFindingQueriesTest {
    private static final PageRequest ALL = PageRequest.first(250);
    private static final String CERTIFICATE = "d".repeat(64);
    private static final String CERTIFICATE_ARN = "arn:aws:iot:eu-west-1:111122223333:cert/" + CERTIFICATE;

    private final AuditRig rig = new AuditRig();
    private final Instant now = rig.clock.instant();

    @ParameterizedTest(name = "task {0}, start {1}, end {2}")
    @CsvSource(nullValues = "-", textBlock = """
            t1, 0, 1
            t1, 0, -
            t1, -, 1
            -,  -, -
            -,  0, -
            -,  -, 1
            """)
    void wantEitherATaskOrAWholeInterval(@Nullable String task, @Nullable Integer start, @Nullable Integer end) {
        refuses(
                IotError.INVALID_REQUEST,
                "Give either taskId, or startTime together with endTime",
                () -> ids(new Question(task, at(start), at(end), null, Map.of(), null)));
    }

    @Test
    void refuseIntervalsThatAreNoneOrTooOld() {
        refuses(IotError.INVALID_REQUEST, "endTime is before startTime", () -> ids(between(now, now.minusSeconds(1))));
        refuses(
                IotError.INVALID_REQUEST,
                "audits are kept for 90 days",
                () -> ids(between(now.minus(Duration.ofDays(91)), now)));
    }

    @Test
    void refuseAnUnknownCheck() {
        refuses(
                IotError.INVALID_REQUEST,
                "Unknown audit check NO_SUCH_CHECK",
                () -> ids(new Question("t1", null, null, "NO_SUCH_CHECK", Map.of(), null)));
    }

    @Test
    void answerNothingForAnUnknownTask() {
        assertThat(ids(of("t1"))).isEmpty();
    }

    @Test
    void listByTaskAndByTime() {
        add(aFinding("a", "t1", now), aFinding("b", "t2", now.plusSeconds(1)));

        assertThat(ids(of("t1"))).containsExactly("a");
        assertThat(ids(between(now, now.plusSeconds(1)))).containsExactly("b", "a");
        assertThat(ids(between(now.plusMillis(1), now.plusSeconds(1)))).containsExactly("b");
    }

    @Test
    void knowACertificateByItsIdOrItsArn() {
        add(onCertificate("a", CERTIFICATE), onCertificate("b", "e".repeat(64)));

        assertThat(ids(on(Map.of("deviceCertificateId", CERTIFICATE)))).containsExactly("a");
        assertThat(ids(on(Map.of("deviceCertificateArn", CERTIFICATE_ARN)))).containsExactly("a");
        assertThat(ids(on(Map.of("deviceCertificateArn", CERTIFICATE_ARN, "deviceCertificateId", CERTIFICATE))))
                .containsExactly("a");
        assertThat(ids(on(Map.of("deviceCertificateArn", CERTIFICATE_ARN, "deviceCertificateId", "e".repeat(64)))))
                .isEmpty();
        assertThat(ids(on(Map.of("deviceCertificateArn", "arn:aws:iot:eu-west-1:444455556666:cert/" + CERTIFICATE))))
                .isEmpty();
    }

    @Test
    void describeOneFinding() {
        add(aFinding("a", "t1", now));

        assertThat(rig.queries.describe(SCOPE, "a").id()).isEqualTo("a");
        refuses(IotError.RESOURCE_NOT_FOUND, "No audit finding b", () -> rig.queries.describe(SCOPE, "b"));
        refuses(
                IotError.RESOURCE_NOT_FOUND,
                "No audit finding a",
                () -> rig.queries.describe(AuditRecords.OTHER_ACCOUNT, "a"));
    }

    @Test
    void forgetAFindingAfterNinetyDays() {
        add(aFinding("a", "t1", now));
        rig.clock.advance(Duration.ofDays(90).plusMillis(1));

        refuses(IotError.RESOURCE_NOT_FOUND, "No audit finding a", () -> rig.queries.describe(SCOPE, "a"));
        refuses(IotError.RESOURCE_NOT_FOUND, "No audit finding a", () -> rig.queries.related(SCOPE, "a", ALL));
        assertThat(ids(of("t1"))).isEmpty();
    }

    @Test
    void listEverythingRelatedToAFinding() {
        add(aFindingWithRelated("a", 12));
        rig.clock.advance(Duration.ofHours(13));

        assertThat(rig.queries.describe(SCOPE, "a").related()).hasSize(10);
        assertThat(rig.queries.related(SCOPE, "a", ALL).items()).hasSize(12);
        refuses(IotError.RESOURCE_NOT_FOUND, "No audit finding b", () -> rig.queries.related(SCOPE, "b", ALL));
    }

    @Test
    void leaveTheCertificatesUnderAnIssuerToTheirOwnList() {
        AuditFinding finding = aFindingWithRelated("a", 12);
        add(new AuditFinding(
                finding.id(),
                finding.taskId(),
                finding.taskStartedAt(),
                finding.check(),
                finding.foundAt(),
                finding.severity(),
                AuditedResource.of(new ResourceIdentifier.IssuerCertificate("CN=x", "e".repeat(64), "0F")),
                finding.related(),
                finding.code(),
                finding.reason(),
                finding.isSuppressed()));
        rig.clock.advance(Duration.ofHours(13));

        assertThat(rig.queries.describe(SCOPE, "a").related()).isEmpty();
        assertThat(rig.queries.list(SCOPE, of(finding.taskId()), ALL).items())
                .singleElement()
                .satisfies(listed -> assertThat(listed.related()).isEmpty());
        assertThat(rig.queries.related(SCOPE, "a", ALL).items()).hasSize(12);
    }

    private static Question of(String taskId) {
        return new Question(taskId, null, null, null, Map.of(), null);
    }

    private static Question between(Instant start, Instant end) {
        return new Question(null, start, end, null, Map.of(), null);
    }

    private Question on(Map<String, String> resource) {
        return new Question(null, now, now.plusSeconds(1), null, resource, null);
    }

    private @Nullable Instant at(@Nullable Integer second) {
        return second == null ? null : now.plusSeconds(second);
    }

    private AuditFinding onCertificate(String id, String certificate) {
        AuditFinding finding = aFinding(id, "t1", now);
        return new AuditFinding(
                id,
                finding.taskId(),
                finding.taskStartedAt(),
                finding.check(),
                finding.foundAt(),
                finding.severity(),
                AuditedResource.of(new ResourceIdentifier.DeviceCertificate(certificate)),
                List.of(),
                finding.code(),
                finding.reason(),
                false);
    }

    private void add(AuditFinding... findings) {
        rig.store.transactions().change(tx -> rig.store.findings().add(tx, SCOPE, List.of(findings)));
    }

    private List<String> ids(Question question) {
        return rig.queries.list(SCOPE, question, ALL).items().stream()
                .map(AuditFinding::id)
                .toList();
    }
}
