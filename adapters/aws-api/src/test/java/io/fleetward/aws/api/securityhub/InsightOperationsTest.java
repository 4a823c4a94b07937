// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InsightOperationsTest {
    private static final String CRITICAL =
            "'Filters':{'SeverityLabel':[{'Value':'HIGH','Comparison':'EQUALS'}]},'GroupByAttribute':'ResourceId'";
    private static final String MANAGED = "arn:aws:securityhub:::insight/securityhub/default/29";
    private static final String UNKNOWN = "arn:aws:securityhub:eu-west-1:123456789012:insight/123456789012/custom/none";

    private final HubApi api = HubApi.enabled();

    @Test
    void makesAnswersChangesAndForgetsAnInsight() {
        String arn = create("open");
        assertThat(arn).matches("arn:aws:securityhub:eu-west-1:123456789012:insight/123456789012/custom/[0-9a-f-]{36}");
        assertThat(get("{}").toString())
                .isEqualTo("[{\"InsightArn\":\"" + arn + "\",\"Name\":\"open\","
                        + "\"Filters\":{\"SeverityLabel\":[{\"Value\":\"HIGH\",\"Comparison\":\"EQUALS\"}]},"
                        + "\"GroupByAttribute\":\"ResourceId\"}]");
        send(aFinding(), aFinding().id("low").with("Severity", "{\"Label\":\"LOW\"}"));
        assertThat(results(arn).toString())
                .isEqualTo("{\"InsightArn\":\"" + arn + "\",\"GroupByAttribute\":\"ResourceId\",\"ResultValues\":"
                        + "[{\"GroupByAttributeValue\":\"dev-42\",\"Count\":1}]}");
        api.ok("UpdateInsight", "{'InsightArn':'" + arn + "','Filters':{},'GroupByAttribute':'SeverityLabel'}");
        assertThat(get("{}").get(0).path("Name").stringValue()).isEqualTo("open");
        assertThat(results(arn).path("ResultValues").toString())
                .isEqualTo("[{\"GroupByAttributeValue\":\"HIGH\",\"Count\":1},"
                        + "{\"GroupByAttributeValue\":\"LOW\",\"Count\":1}]");
        api.ok("UpdateInsight", "{'InsightArn':'" + arn + "','Name':'all'}");
        assertThat(get("{}").get(0).path("Name").stringValue()).isEqualTo("all");
        assertThat(api.ok("DeleteInsight", "{'InsightArn':'" + arn + "'}").toString())
                .isEqualTo("{\"InsightArn\":\"" + arn + "\"}");
        assertThat(get("{}")).isEmpty();
    }

    @Test
    void answersManagedInsightsByArnAlone() {
        send(aFinding(), aFinding().id("archived").archived());
        assertThat(get("{}")).isEmpty();
        assertThat(get("{'InsightArns':['" + MANAGED + "']}")
                        .get(0)
                        .path("Name")
                        .stringValue())
                .isEqualTo("Severity by counts of findings");
        assertThat(results(MANAGED).path("ResultValues").toString())
                .isEqualTo("[{\"GroupByAttributeValue\":\"HIGH\",\"Count\":1}]");
    }

    @Test
    void changesNoManagedInsight() {
        assertThat(api.refused(
                                "UpdateInsight",
                                "{'InsightArn':'" + MANAGED + "','Name':'mine'}",
                                400,
                                "InvalidInputException")
                        .message())
                .contains("InsightArn", "managed");
        api.refused("DeleteInsight", "{'InsightArn':'" + MANAGED + "'}", 400, "InvalidInputException");
    }

    @Test
    void pagesThroughInsights() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(create("insight " + i));
        }
        var seen = new ArrayList<String>();
        String token = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = api.ok("GetInsights", "{'MaxResults':2" + token + "}");
            answer.path("Insights")
                    .forEach(insight -> seen.add(insight.path("InsightArn").stringValue()));
            token = ",'NextToken':'" + answer.path("NextToken").asString("") + "'";
        }
        assertThat(token).isEqualTo(",'NextToken':''");
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        List<String> asked = List.of(made.get(3), MANAGED, made.get(0));
        String arns = "'InsightArns':['" + String.join("','", asked) + "']";
        JsonNode first = api.ok("GetInsights", "{'MaxResults':2," + arns + "}");
        assertThat(first.path("Insights")
                        .valueStream()
                        .map(insight -> insight.path("InsightArn").stringValue()))
                .containsExactlyElementsOf(asked.subList(0, 2));
        String next = ",'NextToken':'" + first.path("NextToken").stringValue() + "'";
        assertThat(get("{'MaxResults':2," + arns + next + "}")).hasSize(1);
        api.refused("GetInsights", "{'MaxResults':2" + next + "}", 400, "InvalidInputException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Name':'n','Filters':{},'GroupByAttribute':'CreatedAt'}",
                "{'Name':'n','Filters':{},'GroupByAttribute':'ResourceTags'}",
                "{'Name':'n','Filters':{},'GroupByAttribute':'Nothing'}",
                "{'Name':'n','Filters':{'Title':[{'Comparison':'EQUALS'}]},'GroupByAttribute':'Title'}",
                "{'Name':' ','Filters':{},'GroupByAttribute':'Title'}"
            })
    void refusesWhatMakesNoInsight(String members) {
        api.refused("CreateInsight", members, 400, "InvalidInputException");
        assertThat(get("{}")).isEmpty();
    }

    @Test
    void refusesLongNamesAndBadChanges() {
        String longName = "'Name':'" + "n".repeat(129) + "'";
        api.refused("CreateInsight", "{" + longName + "," + CRITICAL + "}", 400, "InvalidInputException");
        String arn = create("n".repeat(128));
        for (String change : List.of(longName, "'GroupByAttribute':'Sample'", "'Filters':{'Id':[{}]}")) {
            api.refused("UpdateInsight", "{'InsightArn':'" + arn + "'," + change + "}", 400, "InvalidInputException");
        }
    }

    @Test
    void keepsAHundredInsights() {
        for (int i = 0; i < 100; i++) {
            create("insight " + i);
        }
        api.refused("CreateInsight", "{'Name':'more'," + CRITICAL + "}", 429, "LimitExceededException");
    }

    @Test
    void knowsNoInsightThatIsNotThere() {
        api.refused("UpdateInsight", "{'InsightArn':'" + UNKNOWN + "','Name':'n'}", 404, "ResourceNotFoundException");
        api.refused("DeleteInsight", "{'InsightArn':'" + UNKNOWN + "'}", 404, "ResourceNotFoundException");
        api.refused("GetInsightResults", "{'InsightArn':'" + UNKNOWN + "'}", 404, "ResourceNotFoundException");
        api.refused("GetInsights", "{'InsightArns':['" + UNKNOWN + "']}", 404, "ResourceNotFoundException");
    }

    @Test
    void answersNothingWithoutAHub() {
        api.in(AccountRegion.of("999999999999", "eu-west-1"));
        for (String operation : List.of("UpdateInsight", "DeleteInsight", "GetInsightResults", "GetInsights")) {
            assertThat(api.refused(operation, "{'InsightArn':'" + MANAGED + "'}", 401, "InvalidAccessException")
                            .message())
                    .isEqualTo("Account 999999999999 is not subscribed to AWS Security Hub");
        }
        api.refused("CreateInsight", "{'Name':'n'," + CRITICAL + "}", 401, "InvalidAccessException");
    }

    private String create(String name) {
        return api.ok("CreateInsight", "{'Name':'" + name + "'," + CRITICAL + "}")
                .path("InsightArn")
                .stringValue();
    }

    private JsonNode get(String members) {
        return api.ok("GetInsights", members).path("Insights");
    }

    private JsonNode results(String arn) {
        return api.ok("GetInsightResults", "{'InsightArn':'" + arn + "'}").path("InsightResults");
    }

    private void send(FindingBuilder... findings) {
        List<String> sent = List.of(findings).stream()
                .map(finding -> finding.sent().toString())
                .toList();
        api.ok("BatchImportFindings", "{\"Findings\":[" + String.join(",", sent) + "]}");
    }
}
