// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose findings are seen and worked from where: members' by administrators, linked regions' in the home region. */
class FindingSightTest {
    private static final AccountRegion ADMINISTRATOR = HubApi.HOME;
    private static final AccountRegion ADMINISTRATOR_LINKED = AccountRegion.of("123456789012", "us-east-1");
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion MEMBER_LINKED = AccountRegion.of("222222222222", "us-east-1");
    private static final AccountRegion SIBLING = AccountRegion.of("333333333333", "eu-west-1");
    private static final AccountRegion STRANGER = AccountRegion.of("999999999999", "eu-west-1");
    private static final List<AccountRegion> ALL =
            List.of(ADMINISTRATOR, ADMINISTRATOR_LINKED, MEMBER, MEMBER_LINKED, SIBLING, STRANGER);

    private final HubApi api = new HubApi();

    @BeforeEach
    void fill() {
        for (AccountRegion scope : ALL) {
            api.in(scope).ok("EnableSecurityHub", "{}");
            send("own");
        }
        api.follow(ADMINISTRATOR, MEMBER).follow(ADMINISTRATOR, SIBLING);
    }

    @Test
    void showsMembersFindingsToTheAdministratorAlone() {
        assertThat(seenBy(ADMINISTRATOR)).containsExactlyInAnyOrder(ADMINISTRATOR, MEMBER, SIBLING);
        for (AccountRegion alone : List.of(MEMBER, SIBLING, STRANGER, ADMINISTRATOR_LINKED, MEMBER_LINKED)) {
            assertThat(seenBy(alone)).containsExactly(alone);
        }
    }

    @Test
    void showsLinkedRegionsInTheHomeRegion() {
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        assertThat(seenBy(ADMINISTRATOR))
                .containsExactlyInAnyOrder(ADMINISTRATOR, ADMINISTRATOR_LINKED, MEMBER, SIBLING);
        assertThat(seenBy(ADMINISTRATOR_LINKED)).containsExactly(ADMINISTRATOR_LINKED);
        // The member follows the administrator's aggregator; the administrator does not see it where it is no member.
        assertThat(seenBy(MEMBER)).containsExactlyInAnyOrder(MEMBER, MEMBER_LINKED);
        api.follow(ADMINISTRATOR_LINKED, MEMBER_LINKED);
        assertThat(seenBy(ADMINISTRATOR))
                .contains(MEMBER_LINKED)
                .doesNotContain(STRANGER)
                .hasSize(5);
        assertThat(seenBy(ADMINISTRATOR_LINKED)).containsExactlyInAnyOrder(ADMINISTRATOR_LINKED, MEMBER_LINKED);
    }

    @Test
    void linksNoRegionWhoseHubIsOff() {
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        api.in(ADMINISTRATOR_LINKED).ok("DisableSecurityHub", "{}");
        assertThat(seenBy(ADMINISTRATOR)).doesNotContain(ADMINISTRATOR_LINKED);
    }

    @Test
    void letsAMembersOwnAggregatorRest() {
        api.in(STRANGER).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        AccountRegion linked = AccountRegion.of("999999999999", "us-east-1");
        api.in(linked).ok("EnableSecurityHub", "{}");
        send("own");
        assertThat(seenBy(STRANGER)).containsExactlyInAnyOrder(STRANGER, linked);
        api.follow(ADMINISTRATOR, STRANGER);
        assertThat(seenBy(STRANGER)).containsExactly(STRANGER);
        assertThat(seenBy(ADMINISTRATOR)).contains(STRANGER).doesNotContain(linked);
    }

    @Test
    void losesSightAtOnce() {
        api.in(ADMINISTRATOR);
        String token =
                api.ok("GetFindings", "{'MaxResults':1}").path("NextToken").stringValue();
        api.ok("DisassociateMembers", "{'AccountIds':['222222222222']}");
        api.in(SIBLING).ok("DisassociateFromAdministratorAccount", "{}");
        assertThat(seenBy(ADMINISTRATOR)).containsExactly(ADMINISTRATOR);
        JsonNode rest = api.ok("GetFindings", "{'MaxResults':1,'NextToken':'" + token + "'}")
                .path("Findings");
        assertThat(rest.toString()).doesNotContain("222222222222", "333333333333");
        assertThat(work(MEMBER, "lost")
                        .path("UnprocessedFindings")
                        .get(0)
                        .path("ErrorCode")
                        .stringValue())
                .isEqualTo("FindingNotFound");
        assertThat(history(MEMBER)).isEmpty();
    }

    @Test
    void worksMembersFindingsWhereTheyAreKept() {
        api.hub.clock.advance(Duration.ofSeconds(1));
        api.in(ADMINISTRATOR);
        assertThat(work(MEMBER, "seen").path("ProcessedFindings")).hasSize(1);
        assertThat(history(MEMBER)).hasSize(2);
        assertThat(history(MEMBER).get(0).path("UpdateSource").path("Identity").stringValue())
                .contains("123456789012");
        api.in(MEMBER);
        assertThat(note(MEMBER)).isEqualTo("seen");
        assertThat(history(MEMBER)).hasSize(2);
        assertThat(work(ADMINISTRATOR, "forged").path("UnprocessedFindings")).hasSize(1);
        assertThat(work(SIBLING, "forged").path("UnprocessedFindings")).hasSize(1);
        assertThat(history(ADMINISTRATOR)).isEmpty();
        assertThat(work(MEMBER, "mine").path("ProcessedFindings")).hasSize(1);
        api.in(ADMINISTRATOR);
        assertThat(note(MEMBER)).isEqualTo("mine");
    }

    @Test
    void worksFindingsOfLinkedRegionsFromHome() {
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        work(ADMINISTRATOR_LINKED, "from home");
        api.in(ADMINISTRATOR_LINKED);
        assertThat(note(ADMINISTRATOR_LINKED)).isEqualTo("from home");
        assertThat(work(ADMINISTRATOR, "from afar").path("UnprocessedFindings")).hasSize(1);
    }

    @Test
    void changesMatchingFindingsOfMembers() {
        api.in(ADMINISTRATOR).ok("UpdateFindings", "{'Filters':{},'RecordState':'ARCHIVED'}");
        for (AccountRegion archived : List.of(ADMINISTRATOR, MEMBER, SIBLING)) {
            assertThat(state(archived)).isEqualTo("ARCHIVED");
        }
        assertThat(state(STRANGER)).isEqualTo("ACTIVE");
        api.in(MEMBER).ok("UpdateFindings", "{'Filters':{},'RecordState':'ACTIVE'}");
        assertThat(state(SIBLING)).isEqualTo("ARCHIVED");
        assertThat(state(ADMINISTRATOR)).isEqualTo("ARCHIVED");
    }

    @Test
    void worksEveryFindingOfAPartnerUnderThatName() {
        String product = "arn:aws:securityhub:eu-west-1::product/prowler/prowler";
        for (AccountRegion scope : List.of(ADMINISTRATOR, MEMBER, STRANGER)) {
            api.in(scope).ok("EnableImportFindingsForProduct", "{'ProductArn':'" + product + "'}");
            String account = scope.account().value();
            String finding = aFinding().product(product).account(account).sent().toString();
            api.ok("BatchImportFindings", "{\"Findings\":[" + finding + "]}");
        }
        api.in(ADMINISTRATOR)
                .ok(
                        "BatchUpdateFindings",
                        "{'FindingIdentifiers':[{'Id':'scan-7/dev-42/open-port-23','ProductArn':'" + product
                                + "'}],'Confidence':7}");
        String confident = "{'Filters':{'Confidence':[{'Eq':7}]}}";
        assertThat(api.ok("GetFindings", confident).path("Findings")).hasSize(2);
        assertThat(api.in(MEMBER).ok("GetFindings", confident).path("Findings")).hasSize(1);
        assertThat(api.in(STRANGER).ok("GetFindings", confident).path("Findings"))
                .isEmpty();
    }

    @Test
    void countsWhatIsInSight() {
        String top = "arn:aws:securityhub:::insight/securityhub/default/27";
        assertThat(counts(ADMINISTRATOR, top)).containsExactly("123456789012=1", "222222222222=1", "333333333333=1");
        assertThat(counts(MEMBER, top)).containsExactly("222222222222=1");
        assertThat(counts(STRANGER, top)).containsExactly("999999999999=1");
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        assertThat(counts(ADMINISTRATOR, top)).containsExactly("123456789012=2", "222222222222=1", "333333333333=1");
        assertThat(counts(ADMINISTRATOR_LINKED, top)).containsExactly("123456789012=1");
        api.in(ADMINISTRATOR).ok("DisassociateMembers", "{'AccountIds':['222222222222']}");
        assertThat(counts(ADMINISTRATOR, top)).containsExactly("123456789012=2", "333333333333=1");
    }

    @Test
    void rulesMembersFindingsByTheAdministratorsRules() {
        String rule = "{'RuleName':'r','Description':'d','RuleOrder':1,"
                + "'Criteria':{'Title':[{'Value':'Telnet open','Comparison':'EQUALS'}]},'Actions':[{'Type':"
                + "'FINDING_FIELDS_UPDATE','FindingFieldsUpdate':{'Confidence':7}}]}";
        String arn = api.in(ADMINISTRATOR)
                .ok("CreateAutomationRule", rule)
                .path("RuleArn")
                .stringValue();
        for (AccountRegion scope : List.of(MEMBER, MEMBER_LINKED, STRANGER)) {
            api.in(scope);
            send("ruled");
        }
        String confident = "{'Filters':{'Confidence':[{'Eq':7}]}}";
        assertThat(api.in(MEMBER).ok("GetFindings", confident).path("Findings")).hasSize(1);
        JsonNode last = api.ok(
                        "GetFindingHistory",
                        "{'FindingIdentifier':{'Id':'ruled','ProductArn':'" + product(MEMBER) + "'}}")
                .at("/Records/0/UpdateSource/Identity");
        assertThat(last.stringValue()).isEqualTo(arn);
        for (AccountRegion spared : List.of(MEMBER_LINKED, STRANGER)) {
            assertThat(api.in(spared).ok("GetFindings", confident).path("Findings"))
                    .isEmpty();
        }
    }

    @Test
    void letsMembersKeepNoRulesOfTheirOwn() {
        String rule = "{'RuleName':'r','Description':'d','RuleOrder':1,"
                + "'Criteria':{'Title':[{'Value':'Telnet open','Comparison':'EQUALS'}]},'Actions':[{'Type':"
                + "'FINDING_FIELDS_UPDATE','FindingFieldsUpdate':{'Confidence':7}}]}";
        String arn = api.in(STRANGER)
                .ok("CreateAutomationRule", rule)
                .path("RuleArn")
                .stringValue();
        api.follow(ADMINISTRATOR, STRANGER);
        api.in(STRANGER);
        send("not ruled");
        assertThat(api.ok("GetFindings", "{'Filters':{'Confidence':[{'Eq':7}]}}")
                        .path("Findings"))
                .isEmpty();
        String arns = "{'AutomationRulesArns':['" + arn + "']}";
        api.refused("CreateAutomationRule", rule, 403, "AccessDeniedException");
        api.refused("BatchGetAutomationRules", arns, 403, "AccessDeniedException");
        api.refused("ListAutomationRules", "{}", 403, "AccessDeniedException");
        api.refused("BatchDeleteAutomationRules", arns, 403, "AccessDeniedException");
        api.ok("DisassociateFromAdministratorAccount", "{}");
        send("ruled again");
        assertThat(api.ok("GetFindings", "{'Filters':{'Confidence':[{'Eq':7}]}}")
                        .path("Findings"))
                .hasSize(1);
    }

    @Test
    void pagesAcrossAccountsWithoutGapsOrRepetitions() {
        for (AccountRegion scope : List.of(ADMINISTRATOR, MEMBER, SIBLING)) {
            api.in(scope);
            for (int i = 0; i < 7; i++) {
                send("more-" + i);
            }
        }
        api.in(ADMINISTRATOR);
        var ids = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = api.ok("GetFindings", "{'MaxResults':2" + token + "}");
            page.path("Findings")
                    .forEach(finding -> ids.add(finding.path("AwsAccountId").stringValue()
                            + finding.path("Id").stringValue()));
            token = page.has("NextToken")
                    ? ",'NextToken':'" + page.path("NextToken").stringValue() + "'"
                    : "";
        } while (!token.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().hasSize(24);
    }

    private void send(String id) {
        AccountRegion scope = api.caller();
        String account = scope.account().value();
        String finding = aFinding()
                .id(id)
                .account(account)
                .product(product(scope))
                .sent()
                .toString();
        JsonNode report = api.ok("BatchImportFindings", "{\"Findings\":[" + finding + "]}");
        assertThat(report.path("SuccessCount").intValue()).as(report.toString()).isEqualTo(1);
    }

    private List<String> counts(AccountRegion scope, String insight) {
        return api.in(scope)
                .ok("GetInsightResults", "{'InsightArn':'" + insight + "'}")
                .at("/InsightResults/ResultValues")
                .valueStream()
                .map(group -> group.path("GroupByAttributeValue").stringValue() + "="
                        + group.path("Count").intValue())
                .toList();
    }

    private List<AccountRegion> seenBy(AccountRegion scope) {
        return findings(scope)
                .map(finding -> AccountRegion.of(
                        finding.path("AwsAccountId").stringValue(),
                        finding.path("Region").stringValue()))
                .toList();
    }

    private Stream<JsonNode> findings(AccountRegion scope) {
        return api.in(scope).ok("GetFindings", "{}").path("Findings").valueStream();
    }

    private JsonNode work(AccountRegion owner, String note) {
        return api.ok(
                "BatchUpdateFindings",
                "{'FindingIdentifiers':[" + key(owner) + "],'Note':{'Text':'" + note + "','UpdatedBy':'me'}}");
    }

    private JsonNode history(AccountRegion owner) {
        return api.ok("GetFindingHistory", "{'FindingIdentifier':" + key(owner) + "}")
                .path("Records");
    }

    /** The note that the caller sees on the finding of this owner. */
    private String note(AccountRegion owner) {
        String filters = "{'Filters':{'ProductArn':[{'Value':'" + product(owner) + "','Comparison':'EQUALS'}]}}";
        return api.ok("GetFindings", filters).at("/Findings/0/Note/Text").stringValue();
    }

    private String state(AccountRegion owner) {
        return findings(owner)
                .filter(finding -> finding.path("ProductArn").stringValue().equals(product(owner)))
                .findFirst()
                .orElseThrow()
                .path("RecordState")
                .stringValue();
    }

    private static String key(AccountRegion owner) {
        return "{'Id':'own','ProductArn':'" + product(owner) + "'}";
    }

    private static String product(AccountRegion owner) {
        return owner.arn("securityhub", "product/" + owner.account() + "/default")
                .toString();
    }
}
