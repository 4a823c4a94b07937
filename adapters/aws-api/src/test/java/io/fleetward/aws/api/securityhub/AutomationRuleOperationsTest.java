// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AutomationRuleOperationsTest {
    private static final String NOBODYS =
            "arn:aws:securityhub:eu-west-1:123456789012:automation-rule/00000000-0000-0000-0000-000000000000";
    private static final String CRITERIA = "{'Title':[{'Value':'Telnet open','Comparison':'EQUALS'}]}";
    private static final String ACTIONS =
            "[{'Type':'FINDING_FIELDS_UPDATE','FindingFieldsUpdate':{'Workflow':{'Status':'SUPPRESSED'},"
                    + "'Note':{'Text':'known','UpdatedBy':'rule'}}}]";

    private final HubApi api = HubApi.enabled();

    @Test
    void createsARuleThatChangesWhatIsImported() {
        String arn = create("one", 5);
        assertThat(arn).matches("arn:aws:securityhub:eu-west-1:123456789012:automation-rule/[0-9a-f-]{36}");
        api.ok("BatchImportFindings", "{\"Findings\":[" + aFinding().sent() + "]}");
        JsonNode found = api.ok("GetFindings", "{}").path("Findings").get(0);
        assertThat(found.path("Workflow").path("Status").stringValue()).isEqualTo("SUPPRESSED");
        assertThat(found.path("Note").path("Text").stringValue()).isEqualTo("known");
        JsonNode records = api.ok(
                        "GetFindingHistory",
                        "{'FindingIdentifier':{'Id':'scan-7/dev-42/open-port-23','ProductArn':'" + HubApi.OWN_PRODUCT
                                + "'}}")
                .path("Records");
        assertThat(records.get(0).path("UpdateSource").toString())
                .isEqualTo("{\"Type\":\"BATCH_IMPORT_FINDINGS\",\"Identity\":\"" + arn + "\"}");
    }

    @Test
    void showsRulesAsTheyWereGiven() {
        String arn = create("one", 5);
        JsonNode answer = api.ok(
                "BatchGetAutomationRules", "{'AutomationRulesArns':['" + arn + "','" + NOBODYS + "','" + arn + "']}");
        assertThat(answer.path("Rules")).hasSize(1);
        JsonNode rule = answer.path("Rules").get(0);
        assertThat(rule.path("RuleArn").stringValue()).isEqualTo(arn);
        assertThat(rule.path("RuleStatus").stringValue()).isEqualTo("ENABLED");
        assertThat(rule.path("IsTerminal").booleanValue()).isFalse();
        assertThat(rule.path("RuleOrder").intValue()).isEqualTo(5);
        assertThat(rule.path("Criteria").toString()).isEqualTo(CRITERIA.replace('\'', '"'));
        assertThat(rule.path("Actions").toString()).isEqualTo(ACTIONS.replace('\'', '"'));
        assertThat(rule.path("CreatedBy").stringValue()).isEqualTo("arn:aws:iam::123456789012:user/administrator");
        assertThat(rule.path("CreatedAt").stringValue()).endsWith("Z");
        assertThat(answer.path("UnprocessedAutomationRules").toString())
                .isEqualTo("[{\"RuleArn\":\"" + NOBODYS + "\",\"ErrorCode\":404,\"ErrorMessage\":\"The request was"
                        + " rejected because we can't find the specified resource.\"}]");
    }

    @Test
    void listsRulesInTheOrderInWhichTheyApplyByPages() {
        create("late", 9);
        create("first", 1);
        api.hub.clock.advance(Duration.ofSeconds(1));
        create("second", 1);
        var names = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = api.ok("ListAutomationRules", "{'MaxResults':1" + token + "}");
            JsonNode rule = page.path("AutomationRulesMetadata").get(0);
            assertThat(rule.has("Criteria")).isFalse();
            names.add(rule.path("RuleName").stringValue());
            token = page.has("NextToken")
                    ? ",'NextToken':'" + page.path("NextToken").stringValue() + "'"
                    : "";
        } while (!token.isEmpty());
        assertThat(names).containsExactly("first", "second", "late");
        api.refused("ListAutomationRules", "{'NextToken':'nonsense'}", 400, "InvalidInputException");
    }

    @Test
    void changesWhatIsGivenOfEachRule() {
        String arn = create("one", 5);
        api.hub.clock.advance(Duration.ofSeconds(1));
        JsonNode answer = api.ok(
                "BatchUpdateAutomationRules",
                "{'UpdateAutomationRulesRequestItems':[{'RuleArn':'" + arn
                        + "','RuleStatus':'DISABLED','IsTerminal':true,'RuleOrder':6},"
                        + "{'RuleArn':'" + NOBODYS + "','RuleOrder':1},"
                        + "{'RuleArn':'" + arn + "','Criteria':{'Region':[{'Value':'eu-west-1'}]}}]}");
        assertThat(answer.path("ProcessedAutomationRules").toString()).isEqualTo("[\"" + arn + "\"]");
        JsonNode unprocessed = answer.path("UnprocessedAutomationRules");
        assertThat(unprocessed.get(0).path("ErrorCode").intValue()).isEqualTo(404);
        assertThat(unprocessed.get(1).path("ErrorCode").intValue()).isEqualTo(400);
        assertThat(unprocessed.get(1).path("ErrorMessage").stringValue())
                .isEqualTo("Invalid parameter 'Criteria'. data.Criteria.Region is not a filter attribute");
        JsonNode rule = api.ok("BatchGetAutomationRules", "{'AutomationRulesArns':['" + arn + "']}")
                .path("Rules")
                .get(0);
        assertThat(rule.path("RuleStatus").stringValue()).isEqualTo("DISABLED");
        assertThat(rule.path("IsTerminal").booleanValue()).isTrue();
        assertThat(rule.path("RuleOrder").intValue()).isEqualTo(6);
        assertThat(rule.path("RuleName").stringValue()).isEqualTo("one");
        assertThat(rule.path("Criteria").toString()).isEqualTo(CRITERIA.replace('\'', '"'));
        assertThat(rule.path("UpdatedAt").stringValue())
                .isGreaterThan(rule.path("CreatedAt").stringValue());
        send();
        assertThat(status()).isEqualTo("NEW");
    }

    @Test
    void replacesNameDescriptionAndAction() {
        String arn = create("one", 5);
        api.ok(
                "BatchUpdateAutomationRules",
                "{'UpdateAutomationRulesRequestItems':[{'RuleArn':'" + arn
                        + "','RuleName':'new name','Description':'new text',"
                        + "'Criteria':{'Id':[{'Value':'scan','Comparison':'PREFIX'}]},"
                        + "'Actions':[{'FindingFieldsUpdate':{'Workflow':{'Status':'RESOLVED'}}}]}]}");
        JsonNode metadata = api.ok("ListAutomationRules", "{}")
                .path("AutomationRulesMetadata")
                .get(0);
        assertThat(metadata.path("RuleName").stringValue()).isEqualTo("new name");
        assertThat(metadata.path("Description").stringValue()).isEqualTo("new text");
        send();
        assertThat(status()).isEqualTo("RESOLVED");
    }

    @Test
    void deletesRulesAndLeavesWhatTheyDid() {
        String arn = create("one", 5);
        send();
        JsonNode answer = api.ok(
                "BatchDeleteAutomationRules", "{'AutomationRulesArns':['" + arn + "','" + NOBODYS + "','no arn']}");
        assertThat(answer.path("ProcessedAutomationRules").toString()).isEqualTo("[\"" + arn + "\"]");
        assertThat(answer.path("UnprocessedAutomationRules")).hasSize(2);
        assertThat(api.ok("ListAutomationRules", "{}").path("AutomationRulesMetadata"))
                .isEmpty();
        assertThat(status()).isEqualTo("SUPPRESSED");
    }

    @Test
    void refusesTheHundredAndFirstRule() {
        for (int i = 0; i < 100; i++) {
            create("rule " + i, i + 1);
        }
        api.refused("CreateAutomationRule", rule("one too many", 1, CRITERIA, ACTIONS), 429, "LimitExceededException");
        assertThat(api.ok("ListAutomationRules", "{}").path("AutomationRulesMetadata"))
                .hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | {'Title':[]} | [{'FindingFieldsUpdate':{'Confidence':1}}] | Criteria",
                "5 | {'Keyword':[{'Value':'x'}]} | [{'FindingFieldsUpdate':{'Confidence':1}}] | Criteria",
                "5 | {'Id':[{'Value':'x'}]} | [{'FindingFieldsUpdate':{'Confidence':101}}] | Actions",
                "5 | {'Id':[{'Value':'x'}]} | [{'FindingFieldsUpdate':{}}] | Actions",
                "5 | {'Id':[{'Value':'x'}]} | [{'Type':'FINDING_FIELDS_UPDATE'}] | Actions",
                "5 | {'Id':[{'Value':'x'}]} | [] | actions",
                "5 | {'Id':[{'Value':'x'}]} | [{'Type':'DELETE','FindingFieldsUpdate':{'Confidence':1}}] | type",
                "0 | {'Id':[{'Value':'x'}]} | [{'FindingFieldsUpdate':{'Confidence':1}}] | ruleOrder",
                "1001 | {'Id':[{'Value':'x'}]} | [{'FindingFieldsUpdate':{'Confidence':1}}] | ruleOrder"
            })
    void refusesWhatIsNoRule(int order, String criteria, String actions, String named) {
        assertThat(api.refused(
                                "CreateAutomationRule",
                                rule("bad", order, criteria, actions),
                                400,
                                "InvalidInputException")
                        .message())
                .containsIgnoringCase(named);
        assertThat(api.ok("ListAutomationRules", "{}").path("AutomationRulesMetadata"))
                .isEmpty();
    }

    @Test
    void needsTheHub() {
        var off = new HubApi();
        String arns = "{'AutomationRulesArns':['" + NOBODYS + "']}";
        for (List<String> call : List.of(
                List.of("CreateAutomationRule", rule("one", 1, CRITERIA, ACTIONS)),
                List.of("BatchGetAutomationRules", arns),
                List.of("BatchDeleteAutomationRules", arns),
                List.of(
                        "BatchUpdateAutomationRules",
                        "{'UpdateAutomationRulesRequestItems':[{'RuleArn':'" + NOBODYS + "'}]}"),
                List.of("ListAutomationRules", "{}"))) {
            assertThat(off.refused(call.getFirst(), call.getLast(), 401, "InvalidAccessException")
                            .message())
                    .isEqualTo("Account 123456789012 is not subscribed to AWS Security Hub");
        }
    }

    @Test
    void tagsRules() {
        String arn = api.ok(
                        "CreateAutomationRule",
                        rule("one", 1, CRITERIA, ACTIONS).replace("{'RuleName'", "{'Tags':{'team':'iot'},'RuleName'"))
                .path("RuleArn")
                .stringValue();
        api.ok("TagResource", "{'ResourceArn':'" + arn + "','Tags':{'stage':'test'}}");
        api.ok("UntagResource", "{'ResourceArn':'" + arn + "','TagKeys':['team']}");
        assertThat(api.ok("ListTagsForResource", "{'ResourceArn':'" + arn + "'}")
                        .path("Tags")
                        .toString())
                .isEqualTo("{\"stage\":\"test\"}");
        api.refused("ListTagsForResource", "{'ResourceArn':'" + NOBODYS + "'}", 404, "ResourceNotFoundException");
        api.refused(
                "TagResource",
                "{'ResourceArn':'" + NOBODYS + "','Tags':{'stage':'test'}}",
                404,
                "ResourceNotFoundException");
    }

    private String create(String name, int order) {
        return api.ok("CreateAutomationRule", rule(name, order, CRITERIA, ACTIONS))
                .path("RuleArn")
                .stringValue();
    }

    private void send() {
        api.ok("BatchImportFindings", "{\"Findings\":[" + aFinding().sent() + "]}");
    }

    private String status() {
        JsonNode found = api.ok("GetFindings", "{}").path("Findings").get(0);
        return found.path("Workflow").path("Status").stringValue();
    }

    private static String rule(String name, int order, String criteria, String actions) {
        return "{'RuleName':'" + name + "','Description':'what it is for','RuleOrder':" + order + ",'Criteria':"
                + criteria + ",'Actions':" + actions + "}";
    }
}
