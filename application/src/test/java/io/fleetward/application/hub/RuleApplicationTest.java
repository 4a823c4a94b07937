// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.hub.automation.RuleApplication.Status;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Carrying rules to findings that are stored already. */
class RuleApplicationTest {
    private HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void changesStoredFindingsABatchAtATime() {
        send(250);
        String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
        RuleApplication before = hub.applications.describe(hub.call(HOME), id);
        assertThat(before.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(before.progressPercent()).isZero();

        hub.runJobs();

        RuleApplication after = hub.applications.describe(hub.call(HOME), id);
        assertThat(after.status()).isEqualTo(Status.COMPLETED);
        assertThat(after.matched()).isEqualTo(250);
        assertThat(after.changed()).isEqualTo(250);
        assertThat(after.progressPercent()).isEqualTo(100);
        assertThat(after.endedAt()).isEqualTo(hub.clock.instant());
        assertThat(hub.findings(HOME)).allMatch(finding -> criticality(finding) == 7);
    }

    @Test
    void reachesTheFindingsOfMembersInTheRegion() {
        var member = new AccountRegion(new AccountId("222222222222"), HOME.region());
        var elsewhere = new AccountRegion(HOME.account(), new Region("us-east-1"));
        for (AccountRegion scope : List.of(HOME, member, elsewhere)) {
            if (!scope.equals(HOME)) {
                hub.enabled(scope);
            }
            send(scope, 120);
        }
        hub.transactions.change(tx -> hub.stores
                .links()
                .members()
                .save(tx, Member.ofOrganization(HOME, member.account(), null, hub.clock.instant())));
        String rule = rule("{'Criticality':7}");
        assertThat(hub.trials.preview(hub.call(HOME), rule, 3).matched()).isEqualTo(240);
        String id = hub.applications.start(hub.call(HOME), rule);

        hub.runJobs();

        RuleApplication after = hub.applications.describe(hub.call(HOME), id);
        assertThat(after.matched()).isEqualTo(240);
        assertThat(after.changed()).isEqualTo(240);
        assertThat(hub.findings(HOME)).hasSize(120).allMatch(finding -> criticality(finding) == 7);
        assertThat(hub.findings(member)).hasSize(120).allMatch(finding -> criticality(finding) == 7);
        assertThat(hub.findings(elsewhere)).hasSize(120).noneMatch(finding -> criticality(finding) == 7);
        FindingChange change = hub.queries
                .history(
                        hub.call(member),
                        identifier(hub.findings(member).getFirst()),
                        new FindingQueries.HistoryWindow(null, null),
                        PageRequest.first(1))
                .items()
                .getFirst();
        assertThat(change.source().identity()).isEqualTo(rule);
    }

    @Test
    void tellsListenersAndHistoryWhoChangedThem() {
        send(1);
        var heard = new ArrayList<Finding>();
        hub.changes.listen(new HubListener() {
            @Override
            public void onFindings(AccountRegion scope, List<Finding> findings) {
                heard.addAll(findings);
            }
        });
        String rule = rule("{'Criticality':7}");
        hub.applications.start(hub.call(HOME), rule);
        hub.runJobs();
        assertThat(heard).isEqualTo(hub.findings(HOME));
        FindingChange change = history(hub.findings(HOME).getFirst()).getFirst();
        assertThat(change.source()).isEqualTo(new FindingChange.Source(FindingChange.Call.BATCH_UPDATE_FINDINGS, rule));
    }

    @Test
    void changesNothingTwice() {
        send(3);
        String rule = rule("{'Note':{'Text':'known','UpdatedBy':'rule'}}");
        hub.applications.start(hub.call(HOME), rule);
        hub.runJobs();
        List<Finding> once = hub.findings(HOME);
        hub.clock.advance(Duration.ofSeconds(1));
        String again = hub.applications.start(hub.call(HOME), rule);
        hub.runJobs();
        RuleApplication second = hub.applications.describe(hub.call(HOME), again);
        assertThat(second.matched()).isEqualTo(3);
        assertThat(second.changed()).isZero();
        assertThat(hub.findings(HOME)).isEqualTo(once);
        assertThat(history(once.getFirst())).hasSize(2);
    }

    @Test
    void goesOnWhereItWasBrokenOffWheneverThatWas() {
        int deaths = 0;
        Status status = Status.IN_PROGRESS;
        for (int transactions = 0; status == Status.IN_PROGRESS; transactions++) {
            hub = new HubFixture().enabled(HOME);
            send(250);
            String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
            hub.dieAfter(transactions);
            hub.runJobs();
            RuleApplication broken = hub.applications.describe(hub.call(HOME), id);
            assertThat(hub.findings(HOME))
                    .filteredOn(finding -> criticality(finding) == 7)
                    .hasSize((int) broken.changed());
            status = broken.status();

            hub.restart();
            hub.runJobs();

            deaths++;
            assertThat(hub.applications.describe(hub.call(HOME), id).status()).isEqualTo(Status.COMPLETED);
            assertThat(hub.applications.describe(hub.call(HOME), id).changed()).isEqualTo(250);
            assertThat(hub.findings(HOME)).allMatch(finding -> history(finding).size() == 2);
        }
        assertThat(deaths).isGreaterThan(6);
    }

    @Test
    void tellsHowFarItCame() {
        send(250);
        String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
        hub.dieAfter(6);
        hub.runJobs();
        RuleApplication broken = hub.applications.describe(hub.call(HOME), id);
        assertThat(broken.changed()).isEqualTo(100);
        assertThat(broken.progressPercent()).isBetween(25, 55);
    }

    @Test
    void appliesTheRuleAsItWasAndThoughItIsOffOrGone() {
        send(1);
        String rule = rule("{'Criticality':7}");
        hub.applications.start(hub.call(HOME), rule);
        hub.rules.delete(hub.call(HOME), List.of(rule));
        hub.runJobs();
        assertThat(criticality(hub.findings(HOME).getFirst())).isEqualTo(7);
    }

    @Test
    void stopsWhenItIsCalledOff() {
        send(3);
        String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
        hub.applications.cancel(hub.call(HOME), id);
        hub.runJobs();
        assertThat(hub.applications.describe(hub.call(HOME), id).status()).isEqualTo(Status.CANCELED);
        assertThat(hub.findings(HOME)).noneMatch(finding -> criticality(finding) == 7);
        hub.applications.cancel(hub.call(HOME), id);
        assertThat(hub.applications.list(hub.call(HOME), PageRequest.first(9)).items())
                .hasSize(1);
    }

    @Test
    void stopsWhenTheHubIsDisabled() {
        send(3);
        String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
        hub.administration.disable(hub.call(HOME));
        hub.runJobs();
        hub.enabled(HOME);
        assertThat(hub.applications.describe(hub.call(HOME), id).status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void keepsHowManyGoOnWithinBounds() {
        String rule = rule("{'Criticality':7}");
        for (int i = 0; i < RuleApplicationRegistry.LIMIT; i++) {
            hub.applications.start(hub.call(HOME), rule);
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.applications.start(hub.call(HOME), rule))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.LIMIT_EXCEEDED));
        hub.runJobs();
        hub.applications.start(hub.call(HOME), rule);
    }

    @Test
    void forgetsOldApplications() {
        String id = hub.applications.start(hub.call(HOME), rule("{'Criticality':7}"));
        hub.runJobs();
        hub.clock.advance(Duration.ofDays(91));
        hub.retention.sweep();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.applications.describe(hub.call(HOME), id))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.RESOURCE_NOT_FOUND));
    }

    @Test
    void foretellsWhatARuleIsAbout() {
        send(30);
        RuleTrials.Preview preview =
                hub.trials.preview(hub.call(HOME), json("{'Id':[{'Value':'f1','Comparison':'PREFIX'}]}"), 3);
        assertThat(preview.matched()).isEqualTo(11);
        assertThat(preview.isComplete()).isTrue();
        assertThat(preview.sample()).hasSize(3).allMatch(finding -> finding.id().startsWith("f1"));
        assertThat(hub.trials
                        .preview(hub.call(HOME), rule("{'Criticality':7}"), 0)
                        .matched())
                .isEqualTo(30);
        assertThat(hub.findings(HOME)).noneMatch(finding -> criticality(finding) == 7);
    }

    private String rule(String updates) {
        var draft = new RuleDraft(
                "rule", "what for", 1, false, null, json("{'RecordState':[{'Value':'ACTIVE'}]}"), json(updates));
        return hub.rules.create(hub.call(HOME), draft, Map.of());
    }

    private void send(int count) {
        send(HOME, count);
    }

    private void send(AccountRegion scope, int count) {
        String account = scope.account().value();
        String product =
                scope.arn("securityhub", "product/" + account + "/default").toString();
        for (int from = 0; from < count; from += 100) {
            List<ObjectNode> batch = IntStream.range(from, Math.min(count, from + 100))
                    .mapToObj(i -> aFinding()
                            .id("f" + i)
                            .account(account)
                            .product(product)
                            .sent())
                    .toList();
            assertThat(hub.imports.batchImport(hub.call(scope), batch).failures())
                    .isEmpty();
        }
    }

    private List<FindingChange> history(Finding finding) {
        return hub.queries
                .history(
                        hub.call(HOME),
                        identifier(finding),
                        new FindingQueries.HistoryWindow(null, null),
                        PageRequest.first(9))
                .items();
    }

    private static FindingIdentifier identifier(Finding finding) {
        return new FindingIdentifier(finding.id(), finding.productArn());
    }

    private static int criticality(Finding finding) {
        return finding.document().path("Criticality").asInt(0);
    }

    private static ObjectNode json(String json) {
        return object(json.replace('\'', '"'));
    }
}
