// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scheduled audits over the wire. */
class ScheduledAuditOperationsTest {
    private static final String CHECKS = "'targetCheckNames': ['LOGGING_DISABLED_CHECK']";

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock, new ScheduledAuditOperations(rig.schedules, new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);

    @BeforeEach
    void enable() {
        rig.enableAll();
    }

    @Test
    void showsAScheduleAsItWasCreated() {
        Answer created = create("nightly", "'frequency': 'MONTHLY', 'dayOfMonth': 'LAST'");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("scheduledAuditArn").stringValue())
                .isEqualTo(AuditRig.SCOPE.arn("iot", "scheduledaudit/nightly").toString());
        assertThat(call("DescribeScheduledAudit", "{'scheduledAuditName': 'nightly'}")
                        .json()
                        .toString())
                .isEqualTo("{\"frequency\":\"MONTHLY\",\"dayOfMonth\":\"LAST\",\"targetCheckNames\":"
                        + "[\"LOGGING_DISABLED_CHECK\"],\"scheduledAuditName\":\"nightly\",\"scheduledAuditArn\":\""
                        + AuditRig.SCOPE.arn("iot", "scheduledaudit/nightly") + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'frequency': 'WEEKLY'",
                "'frequency': 'BIWEEKLY'",
                "'frequency': 'MONTHLY'",
                "'frequency': 'DAILY', 'dayOfWeek': 'MON'",
                "'frequency': 'MONTHLY', 'dayOfMonth': '32'",
                "'frequency': 'MONTHLY', 'dayOfMonth': '0'",
                "'frequency': 'MONTHLY', 'dayOfMonth': 'first'",
                "'frequency': 'WEEKLY', 'dayOfWeek': 'MONDAY'",
                "'frequency': 'HOURLY'",
                "'dayOfWeek': 'MON'"
            })
    void refusesDaysThatDoNotFit(String when) {
        Answer answer = create("nightly", when);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void refusesTheSixth() {
        for (int i = 0; i < 5; i++) {
            assertThat(create("s" + i, "'frequency': 'DAILY'").status()).isEqualTo(200);
        }

        Answer answer = create("s5", "'frequency': 'DAILY'");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.errorCode()).isEqualTo("LimitExceededException");
    }

    @Test
    void updatesMergingAndListsPageByPage() {
        create("a", "'frequency': 'WEEKLY', 'dayOfWeek': 'SUN'");
        create("b", "'frequency': 'DAILY'");

        Answer updated = call("UpdateScheduledAudit", "{'scheduledAuditName': 'a', 'frequency': 'BIWEEKLY'}");

        assertThat(updated.status()).isEqualTo(200);
        Answer first = call("ListScheduledAudits", "{'maxResults': 1}");
        assertThat(first.json().path("scheduledAudits").toString())
                .isEqualTo("[{\"scheduledAuditName\":\"a\",\"scheduledAuditArn\":\""
                        + AuditRig.SCOPE.arn("iot", "scheduledaudit/a")
                        + "\",\"frequency\":\"BIWEEKLY\",\"dayOfWeek\":\"SUN\"}]");
        Answer second = call(
                "ListScheduledAudits",
                "{'nextToken': '" + first.json().path("nextToken").stringValue() + "'}");
        assertThat(second.json().path("scheduledAudits")).hasSize(1);
        assertThat(second.json().has("nextToken")).isFalse();
    }

    @Test
    void deletesOnce() {
        create("nightly", "'frequency': 'DAILY'");

        assertThat(call("DeleteScheduledAudit", "{'scheduledAuditName': 'nightly'}")
                        .body())
                .isEqualTo("{}");
        assertThat(call("DeleteScheduledAudit", "{'scheduledAuditName': 'nightly'}")
                        .status())
                .isEqualTo(404);
    }

    private Answer create(String name, String when) {
        return call("CreateScheduledAudit", "{'scheduledAuditName': '" + name + "', " + when + ", " + CHECKS + "}");
    }

    private Answer call(String operation, String input) {
        return api.call(AwsService.IOT, operation, input);
    }
}
