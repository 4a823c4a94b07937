// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class InsightsTest {
    private static final String AUDIT = "arn:aws:securityhub:eu-west-1::product/" + AuditFindings.PRODUCT;

    private final HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void refusesToCountMoreThanThereIsRoomFor() {
        FindingGroups full = (tx, scope, question) -> {
            throw new TooManyGroupsException("Description");
        };
        var stores = new InsightStores(hub.insightStores.custom(), full);
        var insights = new Insights(
                hub.transactions, hub.stores, stores, new Ids(Seed.current().generator()));
        String arn = insights.create(hub.call(HOME), "all", FindingBuilder.object("{}"), "Description");
        assertThatThrownBy(() -> insights.results(hub.call(HOME), arn))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(HubError.LIMIT_EXCEEDED))
                .hasMessageContaining("Description");
    }

    @Test
    void startsRelativeDatesWhenAsked() {
        hub.imports.batchImport(
                hub.call(HOME),
                List.of(FindingBuilder.aFinding().updatedAt(now()).sent()));
        String lastDay = "{\"UpdatedAt\":[{\"DateRange\":{\"Value\":1,\"Unit\":\"DAYS\"}}]}";
        String arn = hub.insights.create(hub.call(HOME), "fresh", FindingBuilder.object(lastDay), "SeverityLabel");
        assertThat(hub.insights.results(hub.call(HOME), arn).groups()).hasSize(1);
        hub.clock.advance(Duration.ofHours(25));
        assertThat(hub.insights.results(hub.call(HOME), arn).groups()).isEmpty();
    }

    /** The audit's findings say nothing of compliance, and each of its checks has a summary beside them. */
    @Test
    void countsWhatTheAuditFindsByCheckWithoutItsSummaries() {
        hub.integrations.enable(hub.call(HOME), AUDIT);
        hub.transactions.change(tx -> hub.imports.importPlatform(
                tx,
                HOME,
                hub.clock.instant(),
                List.of(
                        audit("one", "LOGGING_DISABLED_CHECK: LOGGING_DISABLED", "AwsIotAccountSettings"),
                        audit("two", "LOGGING_DISABLED_CHECK: LOGGING_DISABLED", "AwsIotAccountSettings"),
                        audit("sum", "LOGGING_DISABLED_CHECK Summary: Completed", "AwsIotAuditTask"))));
        String arn = "arn:aws:securityhub:::insight/fleetward/default/2";
        assertThat(hub.insights.results(hub.call(HOME), arn).groups())
                .containsExactly(new FindingGroup("LOGGING_DISABLED_CHECK: LOGGING_DISABLED", 2));
    }

    private static ObjectNode audit(String id, String title, String resourceType) {
        return FindingBuilder.aFinding()
                .id(id)
                .product(AUDIT)
                .title(title)
                .with("Resources", "[{\"Type\":\"" + resourceType + "\",\"Id\":\"" + id + "\"}]")
                .sent();
    }

    private String now() {
        return hub.clock.instant().toString();
    }
}
