// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.FindingExport;
import io.fleetward.application.hub.HubFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindingExportOperationsTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final ApiHarness api = ApiHarness.of(
                    hub.clock, new FindingExportOperations(new FindingExport(hub.queries), new PageTokens(new byte[32])))
            .in(HOME);

    @ParameterizedTest
    @ValueSource(strings = {"JSONL", "OCSF", "CSV"})
    void pagesThatFollowEachOtherAreOneFile(String format) {
        send("a", "b", "c");
        String whole = ok("{'format':'" + format + "'}").path("content").stringValue();
        var pieces = new StringBuilder();
        String token = "";
        do {
            JsonNode page = ok("{'format':'" + format + "','maxResults':1" + token + "}");
            pieces.append(page.path("content").stringValue());
            assertThat(page.path("findingsCount").intValue()).isEqualTo(1);
            token = page.has("nextToken") ? ",'nextToken':'" + page.path("nextToken").stringValue() + "'" : "";
        } while (!token.isEmpty());
        assertThat(pieces.toString()).isEqualTo(whole).contains("\n");
    }

    @Test
    void exportsWhatTheFiltersMatch() {
        send("a", "b");
        JsonNode page = ok("{'format':'ASFF','filters':'{\\"Id\\":[{\\"Value\\":\\"b\\",\\"Comparison\\":\\"EQUALS\\"}]}'}");
        assertThat(page.path("findingsCount").intValue()).isEqualTo(1);
        assertThat(page.path("content").stringValue()).startsWith("{\"Findings\":[{").contains("\"Id\":\"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'format':'XML' | InvalidRequestException",
                "'format':'CSV','filters':'{' | InvalidRequestException",
                "'format':'CSV','filters':'[]' | InvalidRequestException",
                "'format':'CSV','filters':'{\\\"Mood\\\":[]}' | InvalidInputException"
            })
    void refusesWhatItCannotDo(String members, String code) {
        assertThat(call("{" + members + "}").errorCode()).isEqualTo(code);
    }

    @Test
    void needsAHub() {
        api.in(AccountRegion.of("999999999999", "eu-west-1"));
        assertThat(call("{'format':'CSV'}").status()).isEqualTo(401);
    }

    private void send(String... ids) {
        for (String id : ids) {
            hub.imports.batchImport(hub.call(HOME), List.of(aFinding().id(id).sent()));
        }
    }

    private JsonNode ok(String members) {
        Answer answer = call(members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer call(String members) {
        return api.call(AwsService.FLEETWARD, "ExportFindings", members);
    }
}
