// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditMetrics;
import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.audit.SuppressionReviews;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.audit.view.FixedView;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditReviewOperationsTest {
    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock,
                    new AuditReviewOperations(
                            new SuppressionReviews(rig.store, rig.clock),
                            new AuditMetrics(rig.store, rig.clock),
                            new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);

    @Test
    void showsWhyASuppressionIsDoubtful() {
        rig.enableAll();
        rig.suppressions.create(
                AuditRig.SCOPE,
                new Subject("LOGGING_DISABLED_CHECK", Map.of("account", "111122223333")),
                new SuppressionTerm(null, true),
                "for now",
                "token");
        rig.view = FixedView.EMPTY.withLoggingOn();
        rig.audit();

        JsonNode review = api.call(AwsService.FLEETWARD, "ListAuditSuppressionReviews", "{}")
                .json()
                .path("reviews")
                .path(0);

        assertThat(review.path("checkName").stringValue()).isEqualTo("LOGGING_DISABLED_CHECK");
        assertThat(review.path("resourceType").stringValue()).isEqualTo("ACCOUNT_SETTINGS");
        assertThat(review.at("/resourceIdentifier/account").stringValue()).isEqualTo("111122223333");
        assertThat(review.path("reason").stringValue()).isEqualTo("MATCHES_NOTHING");
        assertThat(review.path("description").stringValue()).isEqualTo("for now");
        assertThat(review.path("auditedAt").isNumber()).isTrue();
        assertThat(review.has("expirationDate")).isFalse();
    }

    @Test
    void tellsTheMetricsOfAuditsPageByPage() {
        rig.enableAll();
        rig.audit();
        rig.audit();
        Instant start = rig.clock.instant();
        String times = "'startTime': '" + start.minusSeconds(60) + "', 'endTime': '" + start.plusSeconds(60) + "'";

        JsonNode first = metrics("{" + times + ", 'maxResults': 1}");
        assertThat(first.path("metrics")).hasSize(17);
        assertThat(first.at("/metrics/0/checkName").stringValue()).isEqualTo("LOGGING_DISABLED_CHECK");
        assertThat(first.at("/metrics/0/scheduledAuditName").stringValue()).isEqualTo("OnDemand");
        assertThat(first.at("/metrics/0/resourcesEvaluated").intValue()).isEqualTo(1);
        assertThat(first.at("/metrics/0/nonCompliantResources").intValue()).isEqualTo(1);
        assertThat(first.at("/metrics/0/timestamp").isNumber()).isTrue();
        String token = first.path("nextToken").stringValue();
        JsonNode second = metrics("{" + times + ", 'maxResults': 1, 'nextToken': '" + token + "'}");
        assertThat(second.path("metrics")).hasSize(17);
        assertThat(second.has("nextToken")).isFalse();
        assertThat(api.call(AwsService.FLEETWARD, "ListAuditMetrics", "{}").errorCode())
                .isEqualTo("InvalidRequestException");
    }

    private JsonNode metrics(String body) {
        return api.call(AwsService.FLEETWARD, "ListAuditMetrics", body).json();
    }
}
