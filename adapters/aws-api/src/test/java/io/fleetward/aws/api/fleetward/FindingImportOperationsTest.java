// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FindingImportOperationsTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final ApiHarness api = ApiHarness.of(
                    hub.clock, new FindingImportOperations(hub.importer, hub.undo, new PageTokens(new byte[32])))
            .in(HOME);

    @Test
    void importsClosesAndUndoes() {
        importing("[" + aFinding().id("gone").sent() + "]", false);
        JsonNode run = importing("[" + aFinding().id("new").sent() + "]", true);
        assertThat(run.path("createdCount").intValue()).isEqualTo(1);
        assertThat(run.path("closedCount").intValue()).isEqualTo(1);
        assertThat(run.at("/closeCovered/generatorIdPrefix").stringValue()).isEqualTo("portscan/");
        assertThat(run.path("importedBy").stringValue()).isEqualTo("arn:aws:iam::123456789012:user/administrator");
        assertThat(run.path("endTime").isNumber()).isTrue();

        String id = "{'importId':'" + run.path("importId").stringValue() + "'}";
        assertThat(ok("DescribeFindingImport", id).path("findingImport")).isEqualTo(run);
        assertThat(ok("UndoFindingImport", id).toString())
                .isEqualTo("{\"restoredCount\":1,\"archivedCount\":1,\"skippedCount\":0}");
        assertThat(call("UndoFindingImport", id).errorCode()).isEqualTo("InvalidRequestException");
        assertThat(ok("DescribeFindingImport", id).at("/findingImport/undoTime").isNumber())
                .isTrue();
    }

    @Test
    void listsTheLatestFirst() {
        String first = importing("[]", false).path("importId").stringValue();
        String second = importing("[]", false).path("importId").stringValue();
        JsonNode page = ok("ListFindingImports", "{'maxResults':1}");
        assertThat(page.at("/imports/0/importId").stringValue()).isEqualTo(second);
        JsonNode rest = ok(
                "ListFindingImports",
                "{'maxResults':1,'nextToken':'" + page.path("nextToken").stringValue() + "'}");
        assertThat(rest.at("/imports/0/importId").stringValue()).isEqualTo(first);
        assertThat(rest.has("nextToken")).isFalse();
    }

    @Test
    void tellsWhyFindingsFail() {
        JsonNode run = importing("[" + aFinding().title("").sent() + ",3]", true);
        assertThat(run.path("failedCount").intValue()).isEqualTo(2);
        assertThat(run.path("notClosed").stringValue()).isEqualTo("not every document tells which finding it is");
        assertThat(run.path("failures").path(0).toString())
                .isEqualTo(
                        "{\"id\":\"document 2\",\"errorCode\":\"InvalidInput\",\"errorMessage\":\"must be a finding with"
                                + " SchemaVersion, Id or ProductArn\"}");
    }

    @Test
    void rehearses() {
        ObjectNode request = request("[" + aFinding().sent() + "]").put("dryRun", true);
        JsonNode run = ok("ImportFindings", request.toString()).path("findingImport");
        assertThat(run.path("createdCount").intValue()).isEqualTo(1);
        assertThat(run.has("importId")).isFalse();
        assertThat(hub.findings(HOME)).isEmpty();
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(call("DescribeFindingImport", "{'importId':'none'}").status())
                .isEqualTo(404);
        assertThat(call("ImportFindings", "{'format':'XML','content':'x'}").errorCode())
                .isEqualTo("InvalidRequestException");
        api.in(AccountRegion.of("999999999999", "eu-west-1"));
        Answer off = call("ImportFindings", "{'format':'ASFF','content':'[]'}");
        assertThat(off.status()).isEqualTo(401);
        assertThat(off.errorCode()).isEqualTo("InvalidAccessException");
        assertThat(off.body()).contains("Account 999999999999 is not subscribed to AWS Security Hub");
    }

    private JsonNode importing(String content, boolean isClosing) {
        hub.clock.advance(Duration.ofMinutes(1));
        ObjectNode request = request(content);
        if (isClosing) {
            request.putObject("closeCovered").put("generatorIdPrefix", "portscan/");
        }
        return ok("ImportFindings", request.toString()).path("findingImport");
    }

    private static ObjectNode request(String content) {
        return JsonNodeFactory.instance.objectNode().put("format", "ASFF").put("content", content);
    }

    private JsonNode ok(String operation, String members) {
        Answer answer = call(operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.FLEETWARD, operation, members);
    }
}
