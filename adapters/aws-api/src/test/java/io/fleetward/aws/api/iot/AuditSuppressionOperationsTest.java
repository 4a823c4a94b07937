// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audit suppressions over the wire. */
class AuditSuppressionOperationsTest {
    private static final String POLICY = "'checkName': 'IOT_POLICY_OVERLY_PERMISSIVE_CHECK', 'resourceIdentifier':"
            + " {'policyVersionIdentifier': {'policyName': 'Open', 'policyVersionId': '3'}}";
    private static final String FOR_GOOD = "'suppressIndefinitely': true";

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock, new AuditSuppressionOperations(rig.suppressions, new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);

    @Test
    void showsASuppressionAsItWasCreated() {
        long expiry = rig.clock.instant().getEpochSecond() + 3600;

        Answer created = create(POLICY, "'expirationDate': " + expiry + ", 'suppressIndefinitely': false", "t1");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body()).isEqualTo("{}");
        Answer described = call("DescribeAuditSuppression", "{" + POLICY + "}");
        assertThat(described.json().path("expirationDate").doubleValue()).isEqualTo((double) expiry);
        assertThat(described.json().path("suppressIndefinitely").booleanValue()).isFalse();
        assertThat(described.json().path("resourceIdentifier").toString())
                .isEqualTo("{\"policyVersionIdentifier\":{\"policyName\":\"Open\",\"policyVersionId\":\"3\"}}");
        assertThat(described.json().has("description")).isFalse();
    }

    @Test
    void changesAndDeletesIdempotently() {
        create(POLICY, FOR_GOOD, "t1");

        assertThat(call("UpdateAuditSuppression", "{" + POLICY + ", 'description': 'known', " + FOR_GOOD + "}")
                        .status())
                .isEqualTo(200);
        assertThat(call("DescribeAuditSuppression", "{" + POLICY + "}")
                        .json()
                        .path("description")
                        .stringValue())
                .isEqualTo("known");
        assertThat(call("DeleteAuditSuppression", "{" + POLICY + "}").status()).isEqualTo(200);
        assertThat(call("DeleteAuditSuppression", "{" + POLICY + "}").status()).isEqualTo(200);
        assertThat(call("DescribeAuditSuppression", "{" + POLICY + "}").status())
                .isEqualTo(404);
    }

    @Test
    void listsInBothOrdersPageByPage() {
        long now = rig.clock.instant().getEpochSecond();
        create(POLICY, FOR_GOOD, "t1");
        create(
                "'checkName': 'LOGGING_DISABLED_CHECK', 'resourceIdentifier': {'account': '111122223333'}",
                "'expirationDate': " + (now + 60),
                "t2");

        Answer first = call("ListAuditSuppressions", "{'maxResults': 1}");
        assertThat(first.json().path("suppressions").path(0).path("checkName").stringValue())
                .isEqualTo("LOGGING_DISABLED_CHECK");
        Answer second = call(
                "ListAuditSuppressions",
                "{'nextToken': '" + first.json().path("nextToken").stringValue() + "'}");
        assertThat(second.json().path("suppressions")).hasSize(1);
        assertThat(second.json().has("nextToken")).isFalse();
        Answer descending = call("ListAuditSuppressions", "{'ascendingOrder': false}");
        assertThat(descending
                        .json()
                        .path("suppressions")
                        .path(0)
                        .path("checkName")
                        .stringValue())
                .isEqualTo("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        Answer filtered = call("ListAuditSuppressions", "{'resourceIdentifier': {'account': '111122223333'}}");
        assertThat(filtered.json().path("suppressions")).hasSize(1);
    }

    @Test
    void answersConflictsWithTheirType() {
        create(POLICY, FOR_GOOD, "t1");

        Answer again = create(POLICY, FOR_GOOD, "t2");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.errorCode()).isEqualTo("ResourceAlreadyExistsException");
        assertThat(create(POLICY, FOR_GOOD, "t1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'checkName': 'X', 'resourceIdentifier': {'account': '111122223333'} | 'suppressIndefinitely': true",
                "'checkName': 'LOGGING_DISABLED_CHECK', 'resourceIdentifier': {'clientId': 'c'} | 'suppressIndefinitely': true",
                "'checkName': 'LOGGING_DISABLED_CHECK', 'resourceIdentifier': {'account': '111122223333'} | 'description': 'a'",
                "'checkName': 'LOGGING_DISABLED_CHECK', 'resourceIdentifier': {'account': '111122223333'} | 'expirationDate': 1"
            })
    void refusesWhatMakesNoSuppression(String subject, String term) {
        Answer answer = create(subject, term, "t1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void isWhatAnalystsDo() {
        api.as(Role.ANALYST);
        assertThat(create(POLICY, FOR_GOOD, "t1").status()).isEqualTo(200);
        api.as(Role.READ_ONLY);
        assertThat(call("DeleteAuditSuppression", "{" + POLICY + "}").status()).isEqualTo(403);
    }

    private Answer create(String subject, String term, String token) {
        return call("CreateAuditSuppression", "{" + subject + ", " + term + ", 'clientRequestToken': '" + token + "'}");
    }

    private Answer call(String operation, String input) {
        return api.call(AwsService.IOT, operation, input);
    }
}
