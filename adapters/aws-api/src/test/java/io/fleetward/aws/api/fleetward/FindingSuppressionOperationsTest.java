// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.securityhub.FindingOperations;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FindingSuppressionOperationsTest {
    private static final AccountRegion STRANGER = AccountRegion.of("999999999999", "eu-west-1");
    private static final String PRODUCT = aFinding().sent().path("ProductArn").stringValue();
    private static final String CRITERIA = "{'Id':[{'Value':'a','Comparison':'PREFIX'}]}";

    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
                    hub.clock,
                    new FindingOperations(hub.imports, hub.updates, hub.queries, tokens),
                    new FindingSuppressionOperations(hub.suppressions, tokens))
            .in(HOME);

    @BeforeEach
    void fill() {
        for (String id : List.of("a1", "a2", "b1")) {
            call(
                    AwsService.SECURITY_HUB,
                    "BatchImportFindings",
                    "{\"Findings\":[" + aFinding().id(id).sent() + "]}");
        }
    }

    @Test
    void suppressesByCriteriaUntilDeleted() {
        String id = create("{'reason':'known noise','criteria':" + CRITERIA + "}");
        assertThat(describe(id).path("status").stringValue()).isEqualTo("APPLYING");
        hub.runJobs();
        JsonNode suppression = describe(id);
        assertThat(suppression.path("status").stringValue()).isEqualTo("ACTIVE");
        assertThat(suppression.path("reason").stringValue()).isEqualTo("known noise");
        assertThat(suppression.path("criteria").toString()).isEqualTo(CRITERIA.replace('\'', '"'));
        assertThat(suppression.has("findingIdentifiers")).isFalse();
        assertThat(suppression.has("expiresAt")).isFalse();
        assertThat(suppression.path("createdBy").stringValue())
                .isEqualTo("arn:aws:iam::123456789012:user/administrator");
        assertThat(suppression.path("suppressedFindings").longValue()).isEqualTo(2);
        assertThat(suppressed()).isEqualTo(2);
        own("DeleteFindingSuppression", "{'suppressionId':'" + id + "'}");
        assertThat(own("ListFindingSuppressions", "{}")
                        .at("/suppressions/0/status")
                        .stringValue())
                .isEqualTo("RELEASING");
        hub.runJobs();
        assertThat(suppressed()).isZero();
        assertThat(own("ListFindingSuppressions", "{}").path("suppressions")).isEmpty();
        refused("DescribeFindingSuppression", "{'suppressionId':'" + id + "'}", 404, "ResourceNotFoundException");
        refused("DeleteFindingSuppression", "{'suppressionId':'" + id + "'}", 404, "ResourceNotFoundException");
    }

    @Test
    void suppressesNamedFindingsUntilItExpires() {
        long expires = hub.clock.instant().plus(Duration.ofHours(1)).getEpochSecond();
        String id = create("{'reason':'maintenance','expiresAt':" + expires
                + ",'findingIdentifiers':[{'id':'b1','productArn':'" + PRODUCT + "'}]}");
        hub.runJobs();
        JsonNode suppression = describe(id);
        assertThat(suppression.at("/findingIdentifiers/0/id").stringValue()).isEqualTo("b1");
        assertThat(suppression.at("/findingIdentifiers/0/productArn").stringValue())
                .isEqualTo(PRODUCT);
        assertThat(suppression.path("expiresAt").longValue()).isEqualTo(expires);
        assertThat(suppression.has("criteria")).isFalse();
        assertThat(suppressed()).isEqualTo(1);
        hub.timers.advance(Duration.ofHours(1));
        hub.runJobs();
        assertThat(suppressed()).isZero();
    }

    @Test
    void listsSuppressionsByPages() {
        create("{'reason':'one','criteria':" + CRITERIA + "}");
        create("{'reason':'two','criteria':" + CRITERIA + "}");
        JsonNode first = own("ListFindingSuppressions", "{'maxResults':1}");
        JsonNode second = own(
                "ListFindingSuppressions",
                "{'maxResults':1,'nextToken':'" + first.path("nextToken").stringValue() + "'}");
        assertThat(List.of(
                        first.at("/suppressions/0/reason").stringValue(),
                        second.at("/suppressions/0/reason").stringValue()))
                .containsExactlyInAnyOrder("one", "two");
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void refusesWhatIsNoSuppression() {
        refused("CreateFindingSuppression", "{'reason':'why'}", 400, "InvalidInputException");
        refused("CreateFindingSuppression", "{'reason':'why','criteria':{}}", 400, "InvalidInputException");
        refused(
                "CreateFindingSuppression",
                "{'reason':'why','expiresAt':1,'criteria':" + CRITERIA + "}",
                400,
                "InvalidInputException");
        refused("CreateFindingSuppression", "{'criteria':" + CRITERIA + "}", 400, "InvalidRequestException");
        assertThat(own("ListFindingSuppressions", "{}").path("suppressions")).isEmpty();
    }

    @Test
    void needsTheHubAndShowsNothingOfOthers() {
        String id = create("{'reason':'known noise','criteria':" + CRITERIA + "}");
        hub.runJobs();
        api.in(STRANGER);
        refused(
                "CreateFindingSuppression",
                "{'reason':'why','criteria':" + CRITERIA + "}",
                401,
                "InvalidAccessException");
        refused("ListFindingSuppressions", "{}", 401, "InvalidAccessException");
        hub.enabled(STRANGER);
        for (String operation : List.of("DescribeFindingSuppression", "DeleteFindingSuppression")) {
            refused(operation, "{'suppressionId':'" + id + "'}", 404, "ResourceNotFoundException");
        }
        create("{'reason':'mine','findingIdentifiers':[{'id':'b1','productArn':'" + PRODUCT + "'}]}");
        hub.runJobs();
        assertThat(own("ListFindingSuppressions", "{}").path("suppressions")).hasSize(1);
        api.in(HOME);
        assertThat(suppressed()).isEqualTo(2);
    }

    private String create(String members) {
        return own("CreateFindingSuppression", members).path("suppressionId").stringValue();
    }

    private JsonNode describe(String id) {
        return own("DescribeFindingSuppression", "{'suppressionId':'" + id + "'}")
                .path("suppression");
    }

    private int suppressed() {
        return call(
                        AwsService.SECURITY_HUB,
                        "GetFindings",
                        "{'Filters':{'WorkflowStatus':[{'Value':'SUPPRESSED','Comparison':'EQUALS'}]}}")
                .path("Findings")
                .size();
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
