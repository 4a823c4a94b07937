// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import org.junit.jupiter.api.Test;

/** The query protocol, told by its smallest operation. */
class CallerOperationsTest {
    private final ApiHarness api = ApiHarness.of(new CallerOperations());

    @Test
    void tellsAnybodyWhoTheyAre() {
        Answer answer = api.as(Role.READ_ONLY).call(AwsService.STS, "GetCallerIdentity", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "text/xml");
        assertThat(answer.body())
                .isEqualTo("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><UserId>read-only</UserId><Account>000000000000</Account>"
                        + "<Arn>arn:aws:iam::000000000000:user/read-only</Arn></GetCallerIdentityResult>"
                        + "<ResponseMetadata><RequestId>"
                        + answer.headers().get("x-amzn-requestid")
                        + "</RequestId></ResponseMetadata></GetCallerIdentityResponse>");
    }

    @Test
    void namesOperationsThatAreNotBuiltInXml() {
        Answer answer = api.call(AwsService.STS, "AssumeRole", "{'RoleArn': 'arn:aws:iam::000000000000:role/r'}");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.body())
                .startsWith("<ErrorResponse><Error><Type>Receiver</Type><Code>NotImplementedException</Code>")
                .contains("sts AssumeRole");
    }
}
