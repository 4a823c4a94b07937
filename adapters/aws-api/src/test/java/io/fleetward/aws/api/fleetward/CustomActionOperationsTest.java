// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.hub.ActionTarget;
import io.fleetward.application.hub.HubFixture;
import io.fleetward.application.hub.RecordedEvents.Recorded;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomActionOperationsTest {
    private static final String ACTION = "arn:aws:securityhub:eu-west-1:123456789012:action/custom/Ticket";
    private static final String SEVERITIES = "arn:aws:securityhub:::insight/securityhub/default/29";

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final ApiHarness api = ApiHarness.of(hub.clock, new CustomActionOperations(hub.firing))
            .in(HOME)
            .as(Role.ANALYST);

    @BeforeEach
    void fill() {
        hub.actions.create(hub.call(HOME), new ActionTarget("Ticket", "Make a ticket", "For the plant"));
        hub.imports.batchImport(
                hub.call(HOME),
                List.of(
                        aFinding().id("one").sent(),
                        aFinding().id("two").sent(),
                        aFinding()
                                .id("low")
                                .with("Severity", "{\"Label\":\"LOW\"}")
                                .sent()));
    }

    @Test
    void sendsOneEventForEachFinding() {
        Answer answer = fire("'findingIdentifiers':[" + key("two") + "," + key("one") + "," + key("two") + "]");
        assertThat(answer.body()).isEqualTo("{\"eventCount\":2}");
        List<Recorded> events = hub.events.events();
        assertThat(events)
                .extracting(recorded ->
                        recorded.event().detail().at("/findings/0/Id").stringValue())
                .containsExactly("two", "one");
        assertThat(events).extracting(Recorded::scope).containsOnly(HOME);
        BusEvent event = events.getLast().event();
        assertThat(event.source()).isEqualTo("aws.securityhub");
        assertThat(event.detailType()).isEqualTo("Security Hub Findings - Custom Action");
        assertThat(event.time()).isEqualTo(hub.clock.instant());
        assertThat(event.resources()).containsExactly(ACTION);
        assertThat(event.detail().toString())
                .isEqualTo("{\"actionName\":\"Make a ticket\",\"actionDescription\":\"For the plant\",\"findings\":["
                        + stored("one") + "]}");
    }

    @Test
    void sendsFindingsOfMembersToTheCallersBus() {
        var member = new AccountRegion(new AccountId("222222222222"), HOME.region());
        hub.enabled(member);
        String product = "arn:aws:securityhub:eu-west-1:222222222222:product/222222222222/default";
        hub.imports.batchImport(
                hub.call(member),
                List.of(aFinding()
                        .id("theirs")
                        .account("222222222222")
                        .product(product)
                        .sent()));
        String theirs = "'findingIdentifiers':[{'id':'theirs','productArn':'" + product + "'}]";
        assertThat(fire(theirs).status()).isEqualTo(404);
        hub.transactions.change(tx -> hub.stores
                .links()
                .members()
                .save(tx, Member.ofOrganization(HOME, member.account(), null, hub.clock.instant())));
        assertThat(fire(theirs).body()).isEqualTo("{\"eventCount\":1}");
        assertThat(hub.events.events()).extracting(Recorded::scope).containsExactly(HOME);
    }

    @Test
    void sendsTheResultsOfAnInsight() {
        assertThat(fire("'insightArn':'" + SEVERITIES + "'").body()).isEqualTo("{\"eventCount\":1}");
        BusEvent event = hub.events.events().getFirst().event();
        assertThat(event.detailType()).isEqualTo("Security Hub Insight Results");
        assertThat(event.resources()).containsExactly(ACTION);
        assertThat(event.detail().toString())
                .isEqualTo("{\"actionName\":\"Make a ticket\",\"actionDescription\":\"For the plant\","
                        + "\"insightArn\":\"" + SEVERITIES + "\",\"insightName\":\"Severity by counts of findings\","
                        + "\"resultType\":\"SeverityLabel\",\"number of results\":2,"
                        + "\"insightResults\":[{\"HIGH\":2},{\"LOW\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'findingIdentifiers':[]",
                ",'findingIdentifiers':[{'id':'one','productArn':'p'}],'insightArn':'i'"
            })
    void refusesAnythingButFindingsOrAnInsight(String members) {
        Answer answer = call("{'actionTargetArn':'" + ACTION + "'" + members + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(hub.events.events()).isEmpty();
    }

    @Test
    void refusesMoreThanTwentyFindings() {
        String many = IntStream.range(0, 21).mapToObj(i -> key("f" + i)).collect(Collectors.joining(","));
        assertThat(fire("'findingIdentifiers':[" + many + "]").errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void sendsNothingWhenAnythingIsUnknown() {
        for (String members : List.of(
                "'findingIdentifiers':[" + key("one") + "," + key("unknown") + "]",
                "'insightArn':'arn:aws:securityhub:::insight/securityhub/default/2'")) {
            Answer answer = fire(members);
            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
            assertThat(answer.errorCode()).isEqualTo("ResourceNotFoundException");
        }
        Answer answer = call("{'actionTargetArn':'" + ACTION + "2','findingIdentifiers':[" + key("one") + "]}");
        assertThat(answer.errorCode()).isEqualTo("ResourceNotFoundException");
        assertThat(hub.events.events()).isEmpty();
    }

    @Test
    void isForThoseWhoWorkFindings() {
        api.as(Role.READ_ONLY);
        assertThat(fire("'findingIdentifiers':[" + key("one") + "]").status()).isEqualTo(403);
        assertThat(hub.events.events()).isEmpty();
    }

    @Test
    void sendsNothingOfAnothersAndNothingWithoutAHub() {
        var neighbor = AccountRegion.of("999999999999", "eu-west-1");
        api.in(neighbor);
        Answer without = fire("'findingIdentifiers':[" + key("one") + "]");
        assertThat(without.status()).as(without.body()).isEqualTo(401);
        assertThat(without.errorCode()).isEqualTo("InvalidAccessException");
        assertThat(without.message()).isEqualTo("Account 999999999999 is not subscribed to AWS Security Hub");
        hub.enabled(neighbor);
        assertThat(fire("'findingIdentifiers':[" + key("one") + "]").errorCode())
                .isEqualTo("ResourceNotFoundException");
        assertThat(hub.events.events()).isEmpty();
    }

    private Answer fire(String members) {
        return call("{'actionTargetArn':'" + ACTION + "'," + members + "}");
    }

    private Answer call(String members) {
        return api.call(AwsService.FLEETWARD, "FireCustomAction", members);
    }

    private Finding stored(String id) {
        return hub.findings(HOME).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String key(String id) {
        return "{'id':'" + id + "','productArn':'"
                + aFinding().sent().path("ProductArn").stringValue() + "'}";
    }
}
