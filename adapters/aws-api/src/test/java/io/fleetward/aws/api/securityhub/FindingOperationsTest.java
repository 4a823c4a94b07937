// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingOperationsTest {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");

    private final HubApi api = HubApi.enabled();

    @Test
    void importsAndFindsAFinding() {
        JsonNode report = send(aFinding());
        assertThat(report.path("SuccessCount").intValue()).isEqualTo(1);
        assertThat(report.path("FailedCount").intValue()).isZero();
        JsonNode found = find("{}").getFirst();
        assertThat(found.path("Id").stringValue()).isEqualTo("scan-7/dev-42/open-port-23");
        assertThat(found.path("Severity").path("Normalized").intValue()).isEqualTo(70);
    }

    @Test
    void acceptsFindingsSentBackAsRead() {
        send(aFinding());
        var read = (tools.jackson.databind.node.ObjectNode) find("{}").getFirst();
        read.put("UpdatedAt", "2026-03-02T00:00:00Z").put("RecordState", "ARCHIVED");
        JsonNode report = api.ok("BatchImportFindings", "{\"Findings\":[" + read + "]}");
        assertThat(report.path("SuccessCount").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(find("{}").getFirst().path("RecordState").stringValue()).isEqualTo("ARCHIVED");
    }

    @Test
    void failsBadFindingsAlone() {
        JsonNode report = send(
                aFinding(),
                aFinding().id("bad").with("Title", "\"\""),
                aFinding().without("Id"));
        assertThat(report.path("SuccessCount").intValue()).isEqualTo(1);
        assertThat(report.path("FailedCount").intValue()).isEqualTo(2);
        assertThat(report.path("FailedFindings").get(0).toString())
                .isEqualTo(
                        "{\"Id\":\"bad\",\"ErrorCode\":\"InvalidInput\",\"ErrorMessage\":\"Finding does not adhere to"
                                + " Amazon Finding Format. data.Title should NOT be shorter than 1 characters.\"}");
        assertThat(report.path("FailedFindings").get(1).path("Id").stringValue())
                .isEqualTo("Findings[2]");
    }

    @Test
    void refusesEmptyAndOversizedBatches() {
        api.refused("BatchImportFindings", "{'Findings':[]}", 400, "InvalidInputException");
        var many = new ArrayList<String>();
        for (int i = 0; i < 101; i++) {
            many.add(aFinding().id("f" + i).sent().toString());
        }
        api.refused(
                "BatchImportFindings", "{\"Findings\":[" + String.join(",", many) + "]}", 400, "InvalidInputException");
        assertThat(find("{}")).isEmpty();
    }

    @Test
    void deniesTheWholeCallForForeignAccountsAndPlatformProducts() {
        for (FindingBuilder forbidden : List.of(
                aFinding().account("999999999999"),
                aFinding().product("arn:aws:securityhub:eu-west-1:999999999999:product/999999999999/default"),
                aFinding().product("arn:aws:securityhub:eu-west-1::product/aws/iot-device-defender-audit"))) {
            String members = "{\"Findings\":[" + aFinding().sent() + "," + forbidden.sent() + "]}";
            assertThat(api.refused("BatchImportFindings", members, 403, "AccessDeniedException")
                            .message())
                    .isEqualTo("User: arn:aws:iam::123456789012:user/administrator is not authorized to perform:"
                            + " securityhub:BatchImportFindings on resource: "
                            + forbidden.sent().path("ProductArn").stringValue());
        }
        assertThat(find("{}")).isEmpty();
    }

    @Test
    void takesPartnersFindingsOnlyWhenSubscribed() {
        FindingBuilder partner = aFinding().product("arn:aws:securityhub:eu-west-1::product/prowler/prowler");
        assertThat(failure(send(partner))).isEqualTo("InvalidAccess");
        api.ok(
                "EnableImportFindingsForProduct",
                "{'ProductArn':'arn:aws:securityhub:eu-west-1::product/prowler/prowler'}");
        assertThat(send(partner).path("SuccessCount").intValue()).isEqualTo(1);
        assertThat(find("{'ProductName':[{'Value':'Prowler'}]}")
                        .getFirst()
                        .path("CompanyName")
                        .stringValue())
                .isEqualTo("Prowler");
        assertThat(failure(send(aFinding().product("arn:aws:securityhub:eu-west-1::product/nobody/nothing"))))
                .isEqualTo("InvalidAccess");
        assertThat(failure(send(aFinding().product("arn:aws:securityhub:us-east-1::product/prowler/prowler"))))
                .isEqualTo("InvalidInput");
    }

    @Test
    void pagesThroughFindingsInOrder() {
        for (int i = 0; i < 5; i++) {
            send(aFinding().id("f" + i).updatedAt("2026-03-0" + (i + 1) + "T00:00:00Z"));
        }
        var ids = new ArrayList<String>();
        String token = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = api.ok(
                    "GetFindings",
                    "{'MaxResults':2,'SortCriteria':[{'Field':'UpdatedAt','SortOrder':'asc'}]" + token + "}");
            answer.path("Findings")
                    .forEach(finding -> ids.add(finding.path("Id").stringValue()));
            token = ",'NextToken':'" + answer.path("NextToken").asString("") + "'";
        }
        assertThat(ids).containsExactly("f0", "f1", "f2", "f3", "f4");
    }

    @Test
    void wordsWrongTypesLikeASchemaValidator() {
        Map<String, String> messages = Map.of(
                "{'Findings':'x'}", "data.Findings should be array",
                "{'Findings':['x']}", "data.Findings[0] should be object");
        messages.forEach((members, message) -> assertThat(
                        api.refused("BatchImportFindings", members, 400, "InvalidInputException")
                                .message())
                .isEqualTo("Invalid parameter 'Findings'. " + message));
        String update = "{'FindingIdentifiers':[],'Confidence':'high'}";
        assertThat(api.refused("BatchUpdateFindings", update, 400, "InvalidInputException")
                        .message())
                .isEqualTo("Invalid parameter 'Confidence'. data.Confidence should be integer");
    }

    @Test
    void refusesTokensOfOtherQueries() {
        send(aFinding().id("one"), aFinding().id("two"));
        String token =
                api.ok("GetFindings", "{'MaxResults':1}").path("NextToken").stringValue();
        api.refused(
                "GetFindings",
                "{'Filters':{'Id':[{'Value':'one'}]},'NextToken':'" + token + "'}",
                400,
                "InvalidInputException");
        assertThat(api.refused("GetFindings", "{'NextToken':'forged'}", 400, "InvalidInputException")
                        .message())
                .startsWith("Invalid parameter 'NextToken'");
        api.in(NEIGHBOR).ok("EnableSecurityHub", "{}");
        api.refused("GetFindings", "{'MaxResults':1,'NextToken':'" + token + "'}", 400, "InvalidInputException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Filters':{'Nonsense':[{'Value':'a'}]}}",
                "{'Filters':{'Title':[{'Value':'a','Comparison':'CONTAINS_WORD'}]}}",
                "{'Filters':{'Title':[{'Comparison':'EQUALS'}]}}",
                "{'Filters':{'Title':'a'}}",
                "{'Filters':{'Title':[{'Value':'a\\u0000b'}]}}",
                "{'SortCriteria':[{'Field':'Types','SortOrder':'asc'}]}",
                "{'SortCriteria':[{'Field':'Nonsense','SortOrder':'asc'}]}",
                "{'SortCriteria':[{'Field':'Title','SortOrder':'up'}]}",
                "{'MaxResults':0}",
                "{'MaxResults':101}"
            })
    void refusesWrongQueries(String members) {
        api.refused("GetFindings", members, 400, "InvalidInputException");
    }

    @Test
    void namesWhatIsWrongWithFilters() {
        String members = "{'Filters':{'SeverityLabel':[{'Value':'HIGH','Comparison':'LIKE'}]}}";
        assertThat(api.refused("GetFindings", members, 400, "InvalidInputException")
                        .message())
                .isEqualTo(
                        "Invalid parameter 'Filters'. data.Filters.SeverityLabel[0].Comparison should be equal to one"
                                + " of the allowed values");
    }

    @Test
    void updatesFindingsAndTellsTheirHistory() {
        send(aFinding());
        api.hub.clock.advance(Duration.ofSeconds(5));
        JsonNode report = api.ok(
                "BatchUpdateFindings",
                "{'FindingIdentifiers':[" + identifier("scan-7/dev-42/open-port-23") + "," + identifier("nowhere") + ","
                        + identifier("scan-7/dev-42/open-port-23")
                        + "],'Workflow':{'Status':'RESOLVED'},'Note':{'Text':'Closed.','UpdatedBy':'ops'},"
                        + "'Severity':{'Label':'LOW'}}");
        assertThat(report.path("ProcessedFindings").size()).isEqualTo(1);
        assertThat(report.path("UnprocessedFindings").get(0).path("ErrorCode").stringValue())
                .isEqualTo("FindingNotFound");
        assertThat(report.path("UnprocessedFindings")
                        .get(0)
                        .path("ErrorMessage")
                        .stringValue())
                .isEqualTo("Finding Not Found");
        assertThat(report.path("UnprocessedFindings").get(1).path("ErrorCode").stringValue())
                .isEqualTo("DuplicatedFindingIdentifier");
        JsonNode finding = find("{'WorkflowStatus':[{'Value':'RESOLVED'}]}").getFirst();
        assertThat(finding.path("Note").path("UpdatedAt").stringValue()).isEqualTo("2026-06-01T00:00:05.000Z");
        assertThat(finding.path("UpdatedAt").stringValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertHistory();
    }

    private void assertHistory() {
        JsonNode records = api.ok(
                        "GetFindingHistory", "{'FindingIdentifier':" + identifier("scan-7/dev-42/open-port-23") + "}")
                .path("Records");
        assertThat(records.size()).isEqualTo(2);
        JsonNode update = records.get(0);
        assertThat(update.path("FindingCreated").booleanValue()).isFalse();
        assertThat(update.path("UpdateSource").toString())
                .isEqualTo("{\"Type\":\"BATCH_UPDATE_FINDINGS\","
                        + "\"Identity\":\"arn:aws:iam::123456789012:user/administrator\"}");
        assertThat(update.path("Updates")
                        .valueStream()
                        .map(line -> line.path("UpdatedField").stringValue()))
                .containsExactlyInAnyOrder("Severity.Label", "Severity.Normalized", "Workflow.Status", "Note");
        JsonNode creation = records.get(1);
        assertThat(creation.path("FindingCreated").booleanValue()).isTrue();
        assertThat(creation.path("Updates").isEmpty()).isTrue();
        assertThat(creation.path("UpdateSource").path("Type").stringValue()).isEqualTo("BATCH_IMPORT_FINDINGS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'FindingIdentifiers':[],'Confidence':1}",
                "{'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}]}",
                "{'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}],'Confidence':101}",
                "{'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}],'Types':['a/b/c/d']}",
                "{'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}],'Workflow':{'Status':'DONE'}}",
                "{'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}],'Note':{'Text':'a'}}"
            })
    void refusesWrongUpdates(String members) {
        api.refused("BatchUpdateFindings", members, 400, "InvalidInputException");
    }

    @Test
    void archivesAndNotesWhatFiltersMatch() {
        send(aFinding().id("one").title("a"), aFinding().id("two").title("b"));
        api.ok(
                "UpdateFindings",
                "{'Filters':{'Title':[{'Value':'a'}]},'RecordState':'ARCHIVED',"
                        + "'Note':{'Text':'old','UpdatedBy':'me'}}");
        JsonNode archived = find("{'RecordState':[{'Value':'ARCHIVED'}]}").getFirst();
        assertThat(archived.path("Id").stringValue()).isEqualTo("one");
        assertThat(archived.path("Note").path("Text").stringValue()).isEqualTo("old");
        assertThat(archived.path("UpdatedAt").stringValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(find("{'RecordState':[{'Value':'ACTIVE'}]}")).hasSize(1);
        assertThat(api.ok("GetFindingHistory", "{'FindingIdentifier':" + identifier("one") + "}")
                        .path("Records")
                        .size())
                .isEqualTo(1);
        send(aFinding().id("one").updatedAt("2026-03-02T10:00:00Z"));
        assertThat(find("{'RecordState':[{'Value':'ARCHIVED'}]}")).isEmpty();
    }

    @Test
    void archivesMoreThanAPageOfFindings() {
        for (int i = 0; i < 3; i++) {
            var batch = new FindingBuilder[80];
            for (int j = 0; j < batch.length; j++) {
                batch[j] = aFinding().id("f" + i + "-" + j);
            }
            send(batch);
        }
        api.ok("UpdateFindings", "{'Filters':{'RecordState':[{'Value':'ACTIVE'}]},'RecordState':'ARCHIVED'}");
        assertThat(find("{'RecordState':[{'Value':'ACTIVE'}]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RecordState':'ARCHIVED'}",
                "{'Filters':{}}",
                "{'Filters':{},'RecordState':'GONE'}",
                "{'Filters':{'Mood':[{'Value':'x'}]},'RecordState':'ACTIVE'}",
                "{'Filters':{},'Note':{'Text':'a'}}"
            })
    void refusesWrongUpdatesByFilter(String members) {
        api.refused("UpdateFindings", members, 400, "InvalidInputException");
    }

    @Test
    void refusesHistoriesOfTooLongASpan() {
        String members = "{'FindingIdentifier':" + identifier("a")
                + ",'StartTime':'2026-01-01T00:00:00Z','EndTime':'2026-05-01T00:00:00Z'}";
        api.refused("GetFindingHistory", members, 400, "InvalidInputException");
        assertThat(api.ok("GetFindingHistory", "{'FindingIdentifier':" + identifier("a") + "}")
                        .path("Records")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void letsNobodySeeOrTouchTheFindingsOfAnother() {
        send(aFinding());
        api.in(NEIGHBOR).ok("EnableSecurityHub", "{}");
        assertThat(find("{}")).isEmpty();
        assertThat(find("{'AwsAccountId':[{'Value':'123456789012'}]}")).isEmpty();
        JsonNode report = api.ok(
                "BatchUpdateFindings",
                "{'FindingIdentifiers':[" + identifier("scan-7/dev-42/open-port-23") + "],'Confidence':1}");
        assertThat(report.path("ProcessedFindings").isEmpty()).isTrue();
        String history = "{'FindingIdentifier':" + identifier("scan-7/dev-42/open-port-23") + "}";
        assertThat(api.ok("GetFindingHistory", history).path("Records").isEmpty())
                .isTrue();
        String members = "{\"Findings\":[" + aFinding().sent() + "]}";
        api.refused("BatchImportFindings", members, 403, "AccessDeniedException");
    }

    private JsonNode send(FindingBuilder... findings) {
        var sent = new ArrayList<String>();
        for (FindingBuilder finding : findings) {
            sent.add(finding.sent().toString());
        }
        return api.ok("BatchImportFindings", "{\"Findings\":[" + String.join(",", sent) + "]}");
    }

    private List<JsonNode> find(String filters) {
        return List.copyOf(api.ok("GetFindings", "{'Filters':" + filters + "}")
                .path("Findings")
                .values());
    }

    private static String failure(JsonNode report) {
        return report.path("FailedFindings").path(0).path("ErrorCode").stringValue();
    }

    private static String identifier(String id) {
        return "{'Id':'" + id + "','ProductArn':'" + HubApi.OWN_PRODUCT + "'}";
    }
}
