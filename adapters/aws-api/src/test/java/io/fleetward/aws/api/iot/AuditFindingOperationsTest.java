// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Findings of audits over the wire. */
class AuditFindingOperationsTest {
    private static final String OPEN = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\",\"Resource\":\"*\"}}";
    private static final String RANGE = "'startTime': '2026-05-31T00:00:00Z', 'endTime': '2026-06-02T00:00:00Z'";

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock, new AuditFindingOperations(rig.queries, new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);
    private String task = "";

    @BeforeEach
    void audit() {
        rig.enableAll();
        rig.clock.advance(Duration.ofMillis(120));
        rig.view = rig.view.withPolicy("Open", OPEN).withPolicy("AlsoOpen", OPEN);
        task = rig.audit().id();
    }

    @Test
    void describesAFindingWithARequestThatShowsIt() {
        JsonNode listed = list("'taskId': '" + task + "', 'resourceIdentifier': {'policyVersionIdentifier':"
                        + " {'policyName': 'Open', 'policyVersionId': '3'}}")
                .path("findings");
        String id = listed.path(0).path("findingId").stringValue();

        Answer answer = call("DescribeAuditFinding", "{'findingId': '" + id + "'}");

        assertThat(listed).containsExactly(answer.json().path("finding"));
        assertThat(answer.body())
                .isEqualTo("{\"finding\":{\"findingId\":\"" + id + "\",\"taskId\":\"" + task
                        + "\",\"checkName\":\"IOT_POLICY_OVERLY_PERMISSIVE_CHECK\","
                        + "\"taskStartTime\":1780272000.120,\"findingTime\":1780272000.120,\"severity\":\"CRITICAL\","
                        + "\"nonCompliantResource\":{\"resourceType\":\"IOT_POLICY\",\"resourceIdentifier\":"
                        + "{\"policyVersionIdentifier\":{\"policyName\":\"Open\",\"policyVersionId\":\"3\"}},"
                        + "\"additionalInfo\":{\"STATEMENTS\":\"1:37\","
                        + "\"WITNESS_CONNECT\":\"arn:aws:iot:eu-west-1:111122223333:client/another-device\","
                        + "\"WITNESS_CONNECT_CONTEXT\":"
                        + "\"iot:ClientId=another-device, iot:Connection.Thing.IsAttached=false\"}},"
                        + "\"reasonForNonCompliance\":"
                        + "\"Policy allows broad access to these data-plane actions: [iot:Connect].\","
                        + "\"reasonForNonComplianceCode\":\"ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS\","
                        + "\"isSuppressed\":false}}");
    }

    @Test
    void listsByTaskByTimeAndByResource() {
        assertThat(list("'taskId': '" + task + "'").path("findings")).hasSize(3);
        assertThat(list(RANGE).path("findings")).hasSize(3);
        assertThat(list(RANGE + ", 'checkName': 'LOGGING_DISABLED_CHECK'").path("findings"))
                .singleElement()
                .satisfies(finding -> assertThat(
                                finding.path("nonCompliantResource").toString())
                        .isEqualTo("{\"resourceType\":\"ACCOUNT_SETTINGS\",\"resourceIdentifier\":"
                                + "{\"account\":\"111122223333\"}}"));
        assertThat(list(RANGE + ", 'resourceIdentifier': {'policyVersionIdentifier': {'policyName': 'Open'}}")
                        .path("findings"))
                .hasSize(1);
        assertThat(list(RANGE + ", 'resourceIdentifier': {'clientId': 'Open'}").path("findings"))
                .isEmpty();
        assertThat(list(RANGE + ", 'listSuppressedFindings': true").path("findings"))
                .isEmpty();
        assertThat(list(RANGE + ", 'listSuppressedFindings': false").path("findings"))
                .hasSize(3);
        assertThat(list("'taskId': 'unknown'").path("findings")).isEmpty();
    }

    @Test
    void listsEveryFindingOnceOverPages() {
        var ids = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = list(RANGE + ", 'maxResults': 1" + token);
            page.path("findings")
                    .forEach(found -> ids.add(found.path("findingId").stringValue()));
            token = page.has("nextToken")
                    ? ", 'nextToken': '" + page.path("nextToken").stringValue() + "'"
                    : "";
        } while (!token.isEmpty());

        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'taskId': 't', 'startTime': 1780272000, 'endTime': 1780272001}",
                "{'startTime': 1780272000}",
                "{'endTime': 1780272000}",
                "{'startTime': 1580272000, 'endTime': 1780272001}",
                "{'taskId': 't', 'checkName': 'NO_SUCH_CHECK'}",
                "{'taskId': 't', 'nextToken': 'bm9uc2Vuc2U='}",
                "{'taskId': 't', 'maxResults': 251}"
            })
    void refusesQuestionsWithoutAnAnswer(String members) {
        Answer answer = call("ListAuditFindings", members);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void listsRelatedResources() {
        String id = list(RANGE).path("findings").path(0).path("findingId").stringValue();

        assertThat(call("ListRelatedResourcesForAuditFinding", "{'findingId': '" + id + "'}")
                        .body())
                .isEqualTo("{\"relatedResources\":[]}");
        assertThat(call("ListRelatedResourcesForAuditFinding", "{'findingId': 'unknown'}")
                        .status())
                .isEqualTo(404);
        assertThat(call("DescribeAuditFinding", "{'findingId': 'unknown'}").status())
                .isEqualTo(404);
    }

    @Test
    void namesRelatedCertificatesByIdAndArn() {
        String root = "a".repeat(64);
        String intermediate = "b".repeat(64);
        String device = "d".repeat(64);
        var revoked = new Revocation(rig.clock.instant(), "keyCompromise");
        rig.view = rig.view
                .withAuthorities(
                        aCertificate(root).issuedBy(root, 1).build(),
                        aCertificate(intermediate).issuedBy(root, 0xAB).build())
                .withDevices(aCertificate(device).issuedBy(intermediate, 7).build())
                .withRevocationList(root, new RevocationList(null, Map.of(BigInteger.valueOf(0xAB), revoked)));
        String check = "INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK";

        JsonNode finding = list("'taskId': '" + rig.audit().id() + "', 'checkName': '" + check + "'")
                .path("findings")
                .path(0);

        assertThat(finding.has("relatedResources")).isFalse();
        assertThat(finding.path("nonCompliantResource").toString())
                .isEqualTo("{\"resourceType\":\"ISSUER_CERTIFICATE\",\"resourceIdentifier\":"
                        + "{\"issuerCertificateIdentifier\":{\"issuerCertificateSubject\":\"CN=" + intermediate
                        + "\",\"issuerId\":\"" + intermediate + "\",\"issuerCertificateSerialNumber\":\"AB\"}}}");
        String id = finding.path("findingId").stringValue();
        JsonNode related = call("ListRelatedResourcesForAuditFinding", "{'findingId': '" + id + "'}")
                .json()
                .path("relatedResources")
                .path(0)
                .path("resourceIdentifier");
        assertThat(related.path("deviceCertificateId").stringValue()).isEqualTo(device);
        assertThat(related.path("deviceCertificateArn").stringValue())
                .isEqualTo("arn:aws:iot:eu-west-1:111122223333:cert/" + device);
    }

    private JsonNode list(String members) {
        Answer answer = call("ListAuditFindings", "{" + members + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.IOT, operation, members);
    }
}
