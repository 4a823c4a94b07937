// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.correlation.CorrelationFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.securityhub.FindingOperations;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrelationRuleOperationsTest {
    private static final AccountRegion STRANGER = AccountRegion.of("999999999999", "eu-west-1");
    private static final String PARTS = "'parts':[{'name':'fault','filters':" + titled("A") + "},"
            + "{'name':'violation','filters':" + titled("B") + "}]";
    private static final String RULE = "{'name':'both','description':'why'," + PARTS
            + ",'withinSeconds':3600,'title':'both on {resource}','severity':'CRITICAL','types':['TTPs/Discovery']}";

    private final CorrelationFixture fixture = new CorrelationFixture();
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
                    fixture.hub.clock,
                    new FindingOperations(fixture.hub.imports, fixture.hub.updates, fixture.hub.queries, tokens),
                    new CorrelationRuleOperations(fixture.rules, fixture.trials, tokens))
            .in(HOME);

    @BeforeEach
    void fill() {
        fixture.send(aFinding().id("a").title("A"), aFinding().id("b").title("B"));
    }

    @Test
    void makesAFindingThatNamesItsCauses() {
        JsonNode created = own("CreateCorrelationRule", RULE);
        String id = created.path("ruleId").stringValue();
        String arn = "arn:aws:fleetward:eu-west-1:123456789012:correlation-rule/" + id;
        assertThat(created.path("ruleArn").stringValue()).isEqualTo(arn);
        assertThat(describe(id).path("phase").stringValue()).isEqualTo("EVALUATING");
        fixture.settle();
        JsonNode rule = describe(id);
        assertThat(rule.path("phase").stringValue()).isEqualTo("SETTLED");
        assertThat(rule.path("openFindings").intValue()).isEqualTo(1);
        assertThat(rule.path("name").stringValue()).isEqualTo("both");
        assertThat(rule.path("description").stringValue()).isEqualTo("why");
        assertThat(rule.path("status").stringValue()).isEqualTo("ENABLED");
        assertThat(rule.at("/parts/0/filters").toString()).isEqualTo(titled("A").replace('\'', '"'));
        assertThat(rule.path("joinedBy").stringValue()).isEqualTo("RESOURCE_ID");
        assertThat(rule.path("withinSeconds").intValue()).isEqualTo(3600);
        assertThat(rule.path("ordered").booleanValue()).isFalse();
        assertThat(rule.path("endsWhen").stringValue()).isEqualTo("ANY_CAUSE_ENDS");
        assertThat(rule.path("title").stringValue()).isEqualTo("both on {resource}");
        assertThat(rule.path("severity").stringValue()).isEqualTo("CRITICAL");
        assertThat(rule.at("/types/0").stringValue()).isEqualTo("TTPs/Discovery");
        JsonNode made = made(arn);
        assertThat(made).hasSize(1);
        assertThat(made.at("/0/Title").stringValue()).isEqualTo("both on dev-42");
        assertThat(made.at("/0/RelatedFindings").findValuesAsString("Id")).containsExactly("a", "b");
        assertThat(made.at("/0/ProductName").stringValue()).isEqualTo("Security Hub");
        assertThat(made.at("/0/ProductFields/CorrelationRuleArn").stringValue()).isEqualTo(arn);
        own("DeleteCorrelationRule", "{'ruleId':'" + id + "'}");
        fixture.settle();
        assertThat(made(arn).at("/0/RecordState").stringValue()).isEqualTo("ARCHIVED");
        for (String operation : List.of("DescribeCorrelationRule", "DeleteCorrelationRule", "UpdateCorrelationRule")) {
            refused(operation, "{'ruleId':'" + id + "'}", 404, "ResourceNotFoundException");
        }
    }

    @Test
    void changesWhatIsGivenOfARule() {
        String id = own("CreateCorrelationRule", RULE).path("ruleId").stringValue();
        fixture.settle();
        JsonNode rule = own(
                        "UpdateCorrelationRule",
                        "{'ruleId':'" + id + "','status':'DISABLED','ordered':true,'joinedBy':'THING'}")
                .path("rule");
        assertThat(rule.path("phase").stringValue()).isEqualTo("RETIRING");
        assertThat(rule.path("status").stringValue()).isEqualTo("DISABLED");
        assertThat(rule.path("joinedBy").stringValue()).isEqualTo("THING");
        assertThat(rule.path("ordered").booleanValue()).isTrue();
        assertThat(rule.path("severity").stringValue()).isEqualTo("CRITICAL");
        fixture.settle();
        assertThat(describe(id).path("openFindings").intValue()).isZero();
    }

    @Test
    void previewsWithoutChangingAnything() {
        JsonNode preview = own("PreviewCorrelationRule", "{" + PARTS + ",'withinSeconds':60}");
        assertThat(preview.path("resources").intValue()).isEqualTo(1);
        assertThat(preview.path("isComplete").booleanValue()).isTrue();
        assertThat(preview.at("/examples/0/RelatedFindings").findValuesAsString("Id"))
                .containsExactly("a", "b");
        fixture.settle();
        assertThat(fixture.made()).isEmpty();
        String id = own("CreateCorrelationRule", RULE.replace("'severity'", "'status':'DISABLED','severity'"))
                .path("ruleId")
                .stringValue();
        JsonNode again = own("PreviewCorrelationRule", "{'ruleId':'" + id + "','exampleSize':0}");
        assertThat(again.path("resources").intValue()).isEqualTo(1);
        assertThat(again.path("examples")).isEmpty();
        refused("PreviewCorrelationRule", "{}", 400, "InvalidInputException");
        refused("PreviewCorrelationRule", "{'ruleId':'" + id + "'," + PARTS + "}", 400, "InvalidInputException");
    }

    @Test
    void listsRulesByPages() {
        own("CreateCorrelationRule", RULE);
        own("CreateCorrelationRule", RULE.replace("'both'", "'second'"));
        JsonNode first = own("ListCorrelationRules", "{'maxResults':1}");
        JsonNode second = own(
                "ListCorrelationRules",
                "{'maxResults':1,'nextToken':'" + first.path("nextToken").stringValue() + "'}");
        assertThat(List.of(
                        first.at("/rules/0/name").stringValue(),
                        second.at("/rules/0/name").stringValue()))
                .containsExactlyInAnyOrder("both", "second");
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void refusesWhatIsNoRule() {
        refused("CreateCorrelationRule", RULE.replace("3600", "59"), 400, "InvalidRequestException");
        refused("CreateCorrelationRule", RULE.replace("CRITICAL", "AWFUL"), 400, "InvalidRequestException");
        refused("CreateCorrelationRule", RULE.replace("{resource}", "{thing}"), 400, "InvalidInputException");
        refused("CreateCorrelationRule", RULE.replace("'Title'", "'Titel'"), 400, "InvalidInputException");
        refused("CreateCorrelationRule", "{'name':'x','withinSeconds':60}", 400, "InvalidRequestException");
        assertThat(own("ListCorrelationRules", "{}").path("rules")).isEmpty();
    }

    @Test
    void needsTheHubAndShowsNothingOfOthers() {
        String id = own("CreateCorrelationRule", RULE).path("ruleId").stringValue();
        fixture.settle();
        api.in(STRANGER);
        refused("CreateCorrelationRule", RULE, 401, "InvalidAccessException");
        refused("ListCorrelationRules", "{}", 401, "InvalidAccessException");
        fixture.hub.enabled(STRANGER);
        for (String operation : List.of(
                "DescribeCorrelationRule",
                "DeleteCorrelationRule",
                "UpdateCorrelationRule",
                "PreviewCorrelationRule")) {
            refused(operation, "{'ruleId':'" + id + "'}", 404, "ResourceNotFoundException");
        }
        assertThat(own("ListCorrelationRules", "{}").path("rules")).isEmpty();
        own("CreateCorrelationRule", RULE);
        fixture.settle();
        assertThat(fixture.made()).hasSize(1);
    }

    private JsonNode describe(String id) {
        return own("DescribeCorrelationRule", "{'ruleId':'" + id + "'}").path("rule");
    }

    private JsonNode made(String arn) {
        return call(
                        AwsService.SECURITY_HUB,
                        "GetFindings",
                        "{'Filters':{'GeneratorId':[{'Value':'" + arn + "','Comparison':'EQUALS'}]}}")
                .path("Findings");
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

    private static String titled(String title) {
        return "{'Title':[{'Value':'" + title + "','Comparison':'EQUALS'}]}";
    }
}
