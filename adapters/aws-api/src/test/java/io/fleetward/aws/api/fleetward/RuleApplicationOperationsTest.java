// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.securityhub.AutomationRuleOperations;
import io.fleetward.aws.api.securityhub.FindingOperations;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RuleApplicationOperationsTest {
    private static final AccountRegion STRANGER = AccountRegion.of("999999999999", "eu-west-1");
    private static final String NOBODYS =
            "arn:aws:securityhub:eu-west-1:123456789012:automation-rule/00000000-0000-0000-0000-000000000000";

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
                    hub.clock,
                    new AutomationRuleOperations(hub.rules, tokens),
                    new FindingOperations(hub.imports, hub.updates, hub.queries, tokens),
                    new RuleApplicationOperations(hub.trials, hub.applications, tokens))
            .in(HOME);
    private String rule = "";

    @BeforeEach
    void fill() {
        for (String id : List.of("a1", "a2", "b1")) {
            call(
                    AwsService.SECURITY_HUB,
                    "BatchImportFindings",
                    "{\"Findings\":[" + aFinding().id(id).sent() + "]}");
        }
        rule = call(
                        AwsService.SECURITY_HUB,
                        "CreateAutomationRule",
                        "{'RuleName':'rule','Description':'what for','RuleOrder':1,"
                                + "'Criteria':{'Id':[{'Value':'a','Comparison':'PREFIX'}]},"
                                + "'Actions':[{'FindingFieldsUpdate':{'Criticality':7}}]}")
                .path("RuleArn")
                .stringValue();
    }

    @Test
    void foretellsWhatARuleIsAbout() {
        JsonNode preview = own("PreviewAutomationRule", "{'ruleArn':'" + rule + "','sampleSize':1}");
        assertThat(preview.path("matchedFindings").longValue()).isEqualTo(2);
        assertThat(preview.path("isComplete").booleanValue()).isTrue();
        assertThat(preview.path("sample")).hasSize(1);
        assertThat(preview.at("/sample/0/Id").stringValue()).startsWith("a");
    }

    @Test
    void foretellsWhatCriteriaAreAbout() {
        JsonNode preview = own("PreviewAutomationRule", "{'criteria':{'Id':[{'Value':'b1','Comparison':'EQUALS'}]}}");
        assertThat(preview.path("matchedFindings").longValue()).isEqualTo(1);
        assertThat(preview.at("/sample/0/Id").stringValue()).isEqualTo("b1");
        for (String members : List.of(
                "{}",
                "{'ruleArn':'" + rule + "','criteria':{'Id':[{'Value':'b1','Comparison':'EQUALS'}]}}",
                "{'criteria':{}}",
                "{'criteria':{'Keyword':[{'Value':'x'}]}}")) {
            refused("PreviewAutomationRule", members, 400, "InvalidInputException");
        }
        refused("PreviewAutomationRule", "{'ruleArn':'" + NOBODYS + "'}", 404, "ResourceNotFoundException");
    }

    @Test
    void appliesARuleToWhatIsStored() {
        String id = own("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}")
                .path("applicationId")
                .stringValue();
        hub.runJobs();
        JsonNode application = own("DescribeAutomationRuleApplication", "{'applicationId':'" + id + "'}")
                .path("application");
        assertThat(application.path("ruleArn").stringValue()).isEqualTo(rule);
        assertThat(application.path("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(application.path("progressPercent").intValue()).isEqualTo(100);
        assertThat(application.path("matchedFindings").longValue()).isEqualTo(2);
        assertThat(application.path("changedFindings").longValue()).isEqualTo(2);
        assertThat(application.path("startedBy").stringValue())
                .isEqualTo("arn:aws:iam::123456789012:user/administrator");
        assertThat(application.has("endedAt")).isTrue();
        JsonNode found = call(AwsService.SECURITY_HUB, "GetFindings", "{'Filters':{'Criticality':[{'Eq':7}]}}");
        assertThat(found.path("Findings")).hasSize(2);
        refused("ApplyAutomationRule", "{'ruleArn':'" + NOBODYS + "'}", 404, "ResourceNotFoundException");
    }

    @Test
    void listsApplicationsByPages() {
        own("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}");
        own("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}");
        JsonNode first = own("ListAutomationRuleApplications", "{'maxResults':1}");
        assertThat(first.path("applications")).hasSize(1);
        JsonNode second = own(
                "ListAutomationRuleApplications",
                "{'maxResults':1,'nextToken':'" + first.path("nextToken").stringValue() + "'}");
        assertThat(second.path("applications")).hasSize(1);
        assertThat(second.at("/applications/0/applicationId")).isNotEqualTo(first.at("/applications/0/applicationId"));
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void callsAnApplicationOff() {
        String id = own("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}")
                .path("applicationId")
                .stringValue();
        own("CancelAutomationRuleApplication", "{'applicationId':'" + id + "'}");
        hub.runJobs();
        assertThat(own("DescribeAutomationRuleApplication", "{'applicationId':'" + id + "'}")
                        .at("/application/status")
                        .stringValue())
                .isEqualTo("CANCELED");
        refused("CancelAutomationRuleApplication", "{'applicationId':'other'}", 404, "ResourceNotFoundException");
    }

    @Test
    void needsTheHubAndShowsNothingOfOthers() {
        String id = own("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}")
                .path("applicationId")
                .stringValue();
        api.in(STRANGER);
        refused("PreviewAutomationRule", "{'ruleArn':'" + rule + "'}", 401, "InvalidAccessException");
        refused(
                "PreviewAutomationRule",
                "{'criteria':{'Id':[{'Value':'b1','Comparison':'EQUALS'}]}}",
                401,
                "InvalidAccessException");
        refused("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}", 401, "InvalidAccessException");
        refused("ListAutomationRuleApplications", "{}", 401, "InvalidAccessException");
        hub.enabled(STRANGER);
        refused("PreviewAutomationRule", "{'ruleArn':'" + rule + "'}", 404, "ResourceNotFoundException");
        refused("ApplyAutomationRule", "{'ruleArn':'" + rule + "'}", 404, "ResourceNotFoundException");
        for (String operation : List.of("DescribeAutomationRuleApplication", "CancelAutomationRuleApplication")) {
            refused(operation, "{'applicationId':'" + id + "'}", 404, "ResourceNotFoundException");
        }
        assertThat(own("ListAutomationRuleApplications", "{}").path("applications"))
                .isEmpty();
    }

    private JsonNode own(String operation, String members) {
        return call(AwsService.FLEETWARD, operation, members);
    }

    private JsonNode call(AwsService service, String operation, String members) {
        ApiHarness.Answer answer = api.call(service, operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void refused(String operation, String members, int status, String code) {
        ApiHarness.Answer answer = api.call(AwsService.FLEETWARD, operation, members);
        assertThat(answer.errorCode()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
