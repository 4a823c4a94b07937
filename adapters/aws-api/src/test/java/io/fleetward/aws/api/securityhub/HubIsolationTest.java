// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every operation of the hub, called with all that one could have overheard of another account: by strangers, by the
 * same account elsewhere, and by an administrator's member.
 */
class HubIsolationTest {
    /** Stands in all that only the owner may see. */
    private static final String SECRET = "s3cr3t";

    private static final String HUB = "arn:aws:securityhub:eu-west-1:123456789012:hub/default";
    private static final String PRODUCT = "arn:aws:securityhub:eu-west-1::product/prowler/prowler";
    private static final String SUBSCRIPTION =
            "arn:aws:securityhub:eu-west-1:123456789012:product-subscription/prowler/prowler";
    private static final String KEY = "{'Id':'one','ProductArn':'" + HubApi.OWN_PRODUCT + "'}";

    private static final String ACTION = "arn:aws:securityhub:eu-west-1:123456789012:action/custom/one";
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final String MEMBER_IDS = "{'AccountIds':['222222222222','333333333333']}";
    private static final String STANDARD = "arn:aws:securityhub:eu-west-1::standards/iot-device-security/v/1.0.0";
    private static final String STANDARD_SUBSCRIPTION =
            "arn:aws:securityhub:eu-west-1:123456789012:subscription/iot-device-security/v/1.0.0";
    private static final String STANDARD_CONTROL =
            "arn:aws:securityhub:eu-west-1:123456789012:control/iot-device-security/v/1.0.0/IoT.1";
    private static final String CONTROL = "arn:aws:securityhub:eu-west-1:123456789012:security-control/IoT.1";
    private static final String FORGED_KEYS =
            "{'requiredTagKeys':{'ValueType':'CUSTOM','Value':{'StringList':['forged']}}}";

    private static final String POLICY = "{'SecurityHub':{'ServiceEnabled':false}}";
    private static final String POLICY_ID = "11111111-2222-3333-4444-555555555555";
    private static final String POLICY_TARGET = "'Target':{'AccountId':'222222222222'}";

    private final HubApi api = new HubApi();
    private String aggregator = "";
    private String invitation = "";
    private String token = "";
    private String historyToken = "";
    private String rule = "";
    private String insight = "";
    private String insightToken = "";
    private String actionToken = "";

    @BeforeEach
    void fill() {
        api.ok("EnableSecurityHub", "{'Tags':{'team':'" + SECRET + "'}}");
        api.ok("EnableImportFindingsForProduct", "{'ProductArn':'" + PRODUCT + "'}");
        for (String id : List.of("one", "two")) {
            String finding = aFinding()
                    .id(id)
                    .title(SECRET)
                    .with("Resources", "[{\"Type\":\"Other\",\"Id\":\"" + SECRET + "\"}]")
                    .sent()
                    .toString();
            api.ok("BatchImportFindings", "{\"Findings\":[" + finding + "]}");
        }
        api.ok(
                "BatchUpdateFindings",
                "{'FindingIdentifiers':[" + KEY + "],'Note':{'Text':'" + SECRET + "','UpdatedBy':'me'}}");
        rule = api.ok("CreateAutomationRule", rule(SECRET)).path("RuleArn").stringValue();
        for (String member : List.of("222222222222", "333333333333")) {
            String details = "{'AccountId':'" + member + "','Email':'" + SECRET + "'}";
            api.ok("CreateMembers", "{'AccountDetails':[" + details + "]}");
        }
        api.ok("InviteMembers", MEMBER_IDS);
        aggregator = api.ok(
                        "CreateFindingAggregator", "{'RegionLinkingMode':'SPECIFIED_REGIONS','Regions':['ap-south-1']}")
                .path("FindingAggregatorArn")
                .stringValue();
        invitation = api.in(MEMBER)
                .ok("ListInvitations", "{}")
                .at("/Invitations/0/InvitationId")
                .stringValue();
        api.in(HubApi.HOME);
        api.ok(
                "UpdateSecurityControl",
                "{'SecurityControlId':'IoT.1','Parameters':{'requiredTagKeys':{'ValueType':'CUSTOM','Value':{'StringList':['"
                        + SECRET + "']}}}}");
        api.ok(
                "UpdateStandardsControl",
                "{'StandardsControlArn':'" + STANDARD_CONTROL + "','ControlStatus':'DISABLED','DisabledReason':'"
                        + SECRET + "'}");
        token = api.ok("GetFindings", "{'MaxResults':1}").path("NextToken").stringValue();
        historyToken = api.ok("GetFindingHistory", "{'FindingIdentifier':" + KEY + ",'MaxResults':1}")
                .path("NextToken")
                .stringValue();
        for (int i = 0; i < 2; i++) {
            insight = api.ok("CreateInsight", "{'Name':'" + SECRET + "','Filters':{},'GroupByAttribute':'ResourceId'}")
                    .path("InsightArn")
                    .stringValue();
        }
        for (String id : List.of("one", "two")) {
            api.ok("CreateActionTarget", "{'Id':'" + id + "','Name':'" + SECRET + "','Description':'" + SECRET + "'}");
        }
        actionToken = api.ok("DescribeActionTargets", "{'MaxResults':1}")
                .path("NextToken")
                .stringValue();
        insightToken =
                api.ok("GetInsights", "{'MaxResults':1}").path("NextToken").stringValue();
    }

    @ParameterizedTest
    @CsvSource({"999999999999,eu-west-1", "123456789012,us-east-1"})
    void showsAndChangesNothing(String account, String region) {
        AccountRegion stranger = AccountRegion.of(account, region);
        List<String> before = everything();
        for (boolean isEnabled : new boolean[] {false, true}) {
            api.in(stranger);
            if (isEnabled) {
                // The attacks come in any order: the last round may have left the stranger's own hub enabled.
                api.call("DisableSecurityHub", "{}");
                api.ok("EnableSecurityHub", "{}");
            }
            attacks()
                    .forEach((operation, calls) -> calls.forEach(
                            members -> assertThat(api.call(operation, members).body())
                                    .as(operation + " " + members)
                                    .doesNotContain(SECRET)));
            assertThat(everything()).isEqualTo(before);
        }
    }

    /** A member follows, and may leave; that is all. */
    @Test
    void showsTheMemberNothingOfTheAdministrator() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.ok("AcceptInvitation", "{'MasterId':'123456789012','InvitationId':'" + invitation + "'}");
        List<String> before = everything();
        api.in(MEMBER);
        attacks().forEach((operation, calls) -> {
            if (!operation.startsWith("DisassociateFrom")) {
                calls.forEach(members -> assertThat(api.call(operation, members).body())
                        .as(operation + " " + members)
                        .doesNotContain(SECRET));
            }
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void knowsAnAttackByEveryOperation() throws IOException {
        List<String> built = Files.readAllLines(Path.of("../aws-model/src/main/operations/securityhub.txt"));
        assertThat(new TreeSet<>(attacks().keySet())).containsExactlyElementsOf(new TreeSet<>(built));
    }

    private Map<String, List<String>> attacks() {
        String finding = aFinding()
                .id("one")
                .title("forged")
                .updatedAt("2026-12-01T00:00:00Z")
                .sent()
                .toString();
        return Map.ofEntries(
                Map.entry("BatchImportFindings", List.of("{\"Findings\":[" + finding + "]}")),
                Map.entry("BatchUpdateFindings", List.of("{'FindingIdentifiers':[" + KEY + "],'Confidence':1}")),
                Map.entry(
                        "GetFindings",
                        List.of(
                                "{}",
                                "{'NextToken':'" + token + "','MaxResults':1}",
                                "{'Filters':{'AwsAccountId':[{'Value':'123456789012'}]}}",
                                "{'Filters':{'ResourceId':[{'Value':'s3','Comparison':'PREFIX'}]}}",
                                "{'Filters':{'Keyword':[{'Value':'telnet'}]}}")),
                Map.entry(
                        "GetFindingHistory",
                        List.of(
                                "{'FindingIdentifier':" + KEY + "}",
                                "{'FindingIdentifier':" + KEY + ",'MaxResults':1,'NextToken':'" + historyToken + "'}")),
                Map.entry("BatchDeleteAutomationRules", List.of("{'AutomationRulesArns':['" + rule + "']}")),
                Map.entry("BatchGetAutomationRules", List.of("{'AutomationRulesArns':['" + rule + "']}")),
                Map.entry(
                        "BatchUpdateAutomationRules",
                        List.of("{'UpdateAutomationRulesRequestItems':[{'RuleArn':'" + rule + "','RuleOrder':9}]}")),
                Map.entry("CreateAutomationRule", List.of(rule("forged"))),
                Map.entry("ListAutomationRules", List.of("{}")),
                Map.entry("UpdateFindings", List.of("{'Filters':{},'RecordState':'ARCHIVED'}")),
                Map.entry("CreateActionTarget", List.of("{'Id':'one','Name':'n','Description':'d'}")),
                Map.entry("UpdateActionTarget", List.of("{'ActionTargetArn':'" + ACTION + "','Name':'forged'}")),
                Map.entry("DeleteActionTarget", List.of("{'ActionTargetArn':'" + ACTION + "'}")),
                Map.entry(
                        "DescribeActionTargets",
                        List.of(
                                "{}",
                                "{'ActionTargetArns':['" + ACTION + "']}",
                                "{'MaxResults':1,'NextToken':'" + actionToken + "'}")),
                Map.entry("CreateInsight", List.of("{'Name':'n','Filters':{},'GroupByAttribute':'Title'}")),
                Map.entry("UpdateInsight", List.of("{'InsightArn':'" + insight + "','Name':'forged'}")),
                Map.entry("DeleteInsight", List.of("{'InsightArn':'" + insight + "'}")),
                Map.entry(
                        "GetInsights",
                        List.of(
                                "{}",
                                "{'InsightArns':['" + insight + "']}",
                                "{'MaxResults':1,'NextToken':'" + insightToken + "'}")),
                Map.entry(
                        "GetInsightResults",
                        List.of(
                                "{'InsightArn':'" + insight + "'}",
                                "{'InsightArn':'arn:aws:securityhub:::insight/securityhub/default/1'}")),
                Map.entry("DescribeHub", List.of("{'HubArn':'" + HUB + "'}")),
                Map.entry(
                        "ListTagsForResource",
                        List.of("{'ResourceArn':'" + HUB + "'}", "{'ResourceArn':'" + rule + "'}")),
                Map.entry(
                        "TagResource",
                        List.of(
                                "{'ResourceArn':'" + HUB + "','Tags':{'team':'forged'}}",
                                "{'ResourceArn':'" + rule + "','Tags':{'team':'forged'}}")),
                Map.entry(
                        "UntagResource",
                        List.of(
                                "{'ResourceArn':'" + HUB + "','TagKeys':['team']}",
                                "{'ResourceArn':'" + rule + "','TagKeys':['team']}")),
                Map.entry("DescribeProducts", List.of("{}")),
                Map.entry("EnableImportFindingsForProduct", List.of("{'ProductArn':'" + PRODUCT + "'}")),
                Map.entry(
                        "DisableImportFindingsForProduct",
                        List.of("{'ProductSubscriptionArn':'" + SUBSCRIPTION + "'}")),
                Map.entry("ListEnabledProductsForImport", List.of("{}")),
                Map.entry("UpdateSecurityHubConfiguration", List.of("{'AutoEnableControls':false}")),
                Map.entry("CreateMembers", List.of("{'AccountDetails':[{'AccountId':'222222222222'}]}")),
                Map.entry("InviteMembers", List.of(MEMBER_IDS)),
                Map.entry("GetMembers", List.of(MEMBER_IDS)),
                Map.entry("DeleteMembers", List.of(MEMBER_IDS)),
                Map.entry("DisassociateMembers", List.of(MEMBER_IDS)),
                Map.entry("ListMembers", List.of("{'OnlyAssociated':false}")),
                Map.entry("ListInvitations", List.of("{}")),
                Map.entry("GetInvitationsCount", List.of("{}")),
                Map.entry(
                        "AcceptAdministratorInvitation",
                        List.of("{'AdministratorId':'123456789012','InvitationId':'" + invitation + "'}")),
                Map.entry(
                        "AcceptInvitation", List.of("{'MasterId':'123456789012','InvitationId':'" + invitation + "'}")),
                Map.entry("DeclineInvitations", List.of("{'AccountIds':['123456789012']}")),
                Map.entry("DeleteInvitations", List.of("{'AccountIds':['123456789012']}")),
                Map.entry("GetAdministratorAccount", List.of("{}")),
                Map.entry("GetMasterAccount", List.of("{}")),
                Map.entry("DisassociateFromAdministratorAccount", List.of("{}")),
                Map.entry("DisassociateFromMasterAccount", List.of("{}")),
                Map.entry("EnableOrganizationAdminAccount", List.of("{'AdminAccountId':'999999999999'}")),
                Map.entry("DisableOrganizationAdminAccount", List.of("{'AdminAccountId':'123456789012'}")),
                Map.entry("ListOrganizationAdminAccounts", List.of("{}")),
                Map.entry("DescribeOrganizationConfiguration", List.of("{}")),
                Map.entry("UpdateOrganizationConfiguration", List.of("{'AutoEnable':true}")),
                Map.entry("CreateFindingAggregator", List.of("{'RegionLinkingMode':'ALL_REGIONS'}")),
                Map.entry("GetFindingAggregator", List.of("{'FindingAggregatorArn':'" + aggregator + "'}")),
                Map.entry(
                        "UpdateFindingAggregator",
                        List.of("{'FindingAggregatorArn':'" + aggregator + "','RegionLinkingMode':'NO_REGIONS'}")),
                Map.entry("DeleteFindingAggregator", List.of("{'FindingAggregatorArn':'" + aggregator + "'}")),
                Map.entry("ListFindingAggregators", List.of("{}")),
                Map.entry("DescribeStandards", List.of("{}")),
                Map.entry(
                        "BatchEnableStandards",
                        List.of("{'StandardsSubscriptionRequests':[{'StandardsArn':'" + STANDARD + "'}]}")),
                Map.entry(
                        "BatchDisableStandards",
                        List.of("{'StandardsSubscriptionArns':['" + STANDARD_SUBSCRIPTION + "']}")),
                Map.entry(
                        "GetEnabledStandards",
                        List.of("{}", "{'StandardsSubscriptionArns':['" + STANDARD_SUBSCRIPTION + "']}")),
                Map.entry(
                        "DescribeStandardsControls",
                        List.of("{'StandardsSubscriptionArn':'" + STANDARD_SUBSCRIPTION + "'}")),
                Map.entry(
                        "UpdateStandardsControl",
                        List.of("{'StandardsControlArn':'" + STANDARD_CONTROL
                                + "','ControlStatus':'DISABLED','DisabledReason':'forged'}")),
                Map.entry("ListSecurityControlDefinitions", List.of("{}")),
                Map.entry("GetSecurityControlDefinition", List.of("{'SecurityControlId':'IoT.1'}")),
                Map.entry("BatchGetSecurityControls", List.of("{'SecurityControlIds':['IoT.1','" + CONTROL + "']}")),
                Map.entry(
                        "UpdateSecurityControl",
                        List.of(
                                "{'SecurityControlId':'" + CONTROL + "','Parameters':" + FORGED_KEYS + "}",
                                "{'SecurityControlId':'IoT.1','Parameters':" + FORGED_KEYS + "}")),
                Map.entry("ListStandardsControlAssociations", List.of("{'SecurityControlId':'IoT.1'}")),
                Map.entry(
                        "BatchGetStandardsControlAssociations",
                        List.of("{'StandardsControlAssociationIds':[{'SecurityControlId':'IoT.1','StandardsArn':'"
                                + STANDARD + "'}]}")),
                Map.entry(
                        "BatchUpdateStandardsControlAssociations",
                        List.of("{'StandardsControlAssociationUpdates':[{'SecurityControlId':'IoT.1','StandardsArn':'"
                                + STANDARD + "','AssociationStatus':'DISABLED','UpdatedReason':'forged'}]}")),
                Map.entry(
                        "CreateConfigurationPolicy", List.of("{'Name':'forged','ConfigurationPolicy':" + POLICY + "}")),
                Map.entry("UpdateConfigurationPolicy", List.of("{'Identifier':'" + POLICY_ID + "','Name':'forged'}")),
                Map.entry("GetConfigurationPolicy", List.of("{'Identifier':'" + POLICY_ID + "'}")),
                Map.entry("DeleteConfigurationPolicy", List.of("{'Identifier':'" + POLICY_ID + "'}")),
                Map.entry("ListConfigurationPolicies", List.of("{}")),
                Map.entry(
                        "StartConfigurationPolicyAssociation",
                        List.of("{'ConfigurationPolicyIdentifier':'" + POLICY_ID + "'," + POLICY_TARGET + "}")),
                Map.entry(
                        "StartConfigurationPolicyDisassociation",
                        List.of("{'ConfigurationPolicyIdentifier':'" + POLICY_ID + "'," + POLICY_TARGET + "}")),
                Map.entry("GetConfigurationPolicyAssociation", List.of("{" + POLICY_TARGET + "}")),
                Map.entry(
                        "BatchGetConfigurationPolicyAssociations",
                        List.of("{'ConfigurationPolicyAssociationIdentifiers':[{" + POLICY_TARGET + "}]}")),
                Map.entry("ListConfigurationPolicyAssociations", List.of("{}")),
                Map.entry("EnableSecurityHub", List.of("{}")),
                Map.entry("DisableSecurityHub", List.of("{}")));
    }

    /** All that the owner sees. */
    private List<String> everything() {
        api.in(HubApi.HOME);
        var all = new ArrayList<String>();
        all.add(api.ok("GetFindings", "{}").toString());
        all.add(api.ok("GetFindingHistory", "{'FindingIdentifier':" + KEY + "}").toString());
        all.add(api.ok("GetInsights", "{}").toString());
        all.add(api.ok("GetInsightResults", "{'InsightArn':'" + insight + "'}").toString());
        all.add(api.ok("DescribeActionTargets", "{}").toString());
        all.add(api.ok("DescribeHub", "{}").toString());
        all.add(api.ok("ListTagsForResource", "{'ResourceArn':'" + HUB + "'}").toString());
        all.add(api.ok("ListTagsForResource", "{'ResourceArn':'" + rule + "'}").toString());
        all.add(api.ok("BatchGetAutomationRules", "{'AutomationRulesArns':['" + rule + "']}")
                .toString());
        all.add(api.ok("ListEnabledProductsForImport", "{}").toString());
        all.add(api.ok("ListMembers", "{'OnlyAssociated':false}").toString());
        all.add(api.ok("GetFindingAggregator", "{'FindingAggregatorArn':'" + aggregator + "'}")
                .toString());
        all.add(api.ok("GetEnabledStandards", "{}").toString());
        all.add(api.ok("DescribeStandardsControls", "{'StandardsSubscriptionArn':'" + STANDARD_SUBSCRIPTION + "'}")
                .toString());
        all.add(api.ok("BatchGetSecurityControls", "{'SecurityControlIds':['IoT.1']}")
                .toString());
        return all;
    }

    private static String rule(String name) {
        return "{'RuleName':'" + name + "','Description':'" + name + "','RuleOrder':1,'Tags':{'team':'" + name + "'},"
                + "'Criteria':{'Title':[{'Value':'" + name + "','Comparison':'EQUALS'}]},"
                + "'Actions':[{'FindingFieldsUpdate':{'Confidence':1}}]}";
    }
}
