// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.policy.PolicyFleet;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PolicyOperationsTest {
    private static final String ARN = "arn:aws:iot:us-east-1:123456789012:policy/";
    private static final String DOCUMENT = PolicyFleet.document("Allow", "iot:Connect", "*");

    private final PolicyFleet fleet = new PolicyFleet();
    private final ApiHarness api = ApiHarness.of(
                    fleet.clock, new PolicyOperations(fleet.policies, new PageTokens(new byte[32])))
            .in(PolicyFleet.HERE);

    @Test
    void createsAndShowsAPolicy() {
        Answer created = create("p+=,.@-_1", DOCUMENT);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("policyName").asString()).isEqualTo("p+=,.@-_1");
        assertThat(created.json().path("policyArn").asString()).isEqualTo(ARN + "p+=,.@-_1");
        assertThat(created.json().path("policyDocument").asString()).isEqualTo(DOCUMENT);
        assertThat(created.json().path("policyVersionId").asString()).isEqualTo("1");

        JsonNode shown = call("GetPolicy", "{'policyName': 'p+=,.@-_1'}").json();
        assertThat(shown.path("policyName").asString()).isEqualTo("p+=,.@-_1");
        assertThat(shown.path("policyArn").asString()).isEqualTo(ARN + "p+=,.@-_1");
        assertThat(shown.path("policyDocument").asString()).isEqualTo(DOCUMENT);
        assertThat(shown.path("defaultVersionId").asString()).isEqualTo("1");
        assertThat(shown.path("creationDate").asLong())
                .isEqualTo(fleet.clock.instant().getEpochSecond());
        assertThat(shown.path("lastModifiedDate").isNumber()).isTrue();
        assertThat(shown.path("generationId").asString()).hasSize(36);
    }

    @Test
    void refusesAPolicyThatExists() {
        create("p", DOCUMENT);

        Answer refused = create("p", DOCUMENT);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("ResourceAlreadyExistsException");
        assertThat(refused.json().path("resourceArn").asString()).isEqualTo(ARN + "p");
        assertThat(refused.json().path("resourceId").asString()).isEqualTo("p");
    }

    @Test
    void refusesAMalformedDocument() {
        Answer refused = create("p", "{\"Statement\": [{\"Effect\": \"Maybe\"}]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("MalformedPolicyException");
        assertThat(refused.message())
                .isEqualTo("The policy document is malformed at line 1, column 27: Effect must be Allow or Deny");
    }

    @Test
    void refusesANameOutsideTheModel() {
        Answer refused = create("a b", DOCUMENT);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void keepsVersions() {
        create("p", DOCUMENT);
        fleet.clock.advance(Duration.ofMillis(1500));
        String other = PolicyFleet.document("Deny", "*", "*");

        JsonNode created =
                call("CreatePolicyVersion", members("p", other).toString()).json();
        assertThat(created.path("policyVersionId").asString()).isEqualTo("2");
        assertThat(created.path("isDefaultVersion").asBoolean(true)).isFalse();
        assertThat(created.path("policyDocument").asString()).isEqualTo(other);
        assertThat(created.path("policyArn").asString()).isEqualTo(ARN + "p");

        JsonNode version = call("GetPolicyVersion", "{'policyName': 'p', 'policyVersionId': '2'}")
                .json();
        assertThat(version.path("policyName").asString()).isEqualTo("p");
        assertThat(version.path("policyDocument").asString()).isEqualTo(other);
        assertThat(version.path("policyVersionId").asString()).isEqualTo("2");
        assertThat(version.path("isDefaultVersion").asBoolean(true)).isFalse();
        assertThat(version.path("creationDate").asDouble())
                .isEqualTo(fleet.clock.instant().toEpochMilli() / 1000.0);

        assertThat(call("SetDefaultPolicyVersion", "{'policyName': 'p', 'policyVersionId': '2'}")
                        .status())
                .isEqualTo(200);
        JsonNode versions =
                call("ListPolicyVersions", "{'policyName': 'p'}").json().path("policyVersions");
        assertThat(versions.findValuesAsString("versionId")).containsExactly("1", "2");
        assertThat(versions.findValuesAsString("isDefaultVersion")).containsExactly("false", "true");
        assertThat(versions.path(0).path("createDate").isNumber()).isTrue();
    }

    @Test
    void createsAVersionThatComesIntoForceAtOnce() {
        create("p", DOCUMENT);

        Answer created = call(
                "CreatePolicyVersion",
                members("p", DOCUMENT).put("setAsDefault", true).toString());

        assertThat(created.status()).isEqualTo(200);
        assertThat(call("GetPolicy", "{'policyName': 'p'}")
                        .json()
                        .path("defaultVersionId")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void deletesVersionsAndPolicies() {
        create("p", DOCUMENT);
        call("CreatePolicyVersion", members("p", DOCUMENT).toString());

        Answer inForce = call("DeletePolicyVersion", "{'policyName': 'p', 'policyVersionId': '1'}");
        assertThat(inForce.status()).isEqualTo(409);
        assertThat(inForce.errorCode()).isEqualTo("DeleteConflictException");
        assertThat(call("DeletePolicy", "{'policyName': 'p'}").errorCode()).isEqualTo("DeleteConflictException");
        assertThat(call("DeletePolicyVersion", "{'policyName': 'p', 'policyVersionId': '2'}")
                        .status())
                .isEqualTo(200);
        assertThat(call("DeletePolicy", "{'policyName': 'p'}").status()).isEqualTo(200);
        Answer gone = call("GetPolicy", "{'policyName': 'p'}");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void listsPoliciesPageByPageInBothDirections() {
        for (String name : List.of("b", "a", "c")) {
            create(name, DOCUMENT);
            fleet.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(pages(false)).containsExactly("c", "a", "b");
        assertThat(pages(true)).containsExactly("b", "a", "c");
    }

    @Test
    void continuesAListWhetherOrNotItsDefaultOrderIsSpelledOut() {
        create("a", DOCUMENT);
        create("b", DOCUMENT);
        String marker = call("ListPolicies", "{'pageSize': 1}")
                .json()
                .path("nextMarker")
                .asString();

        Answer rest = call("ListPolicies", "{'ascendingOrder': false, 'marker': '" + marker + "'}");

        assertThat(rest.json().path("policies")).hasSize(1);
    }

    @Test
    void refusesAMarkerOfAnotherQuery() {
        create("a", DOCUMENT);
        create("b", DOCUMENT);
        String marker = call("ListPolicies", "{'pageSize': 1}")
                .json()
                .path("nextMarker")
                .asString();

        Answer refused = call("ListPolicies", "{'ascendingOrder': true, 'marker': '" + marker + "'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void letsReadersReadOnly() {
        create("p", DOCUMENT);
        api.as(Role.READ_ONLY);

        assertThat(call("GetPolicy", "{'policyName': 'p'}").status()).isEqualTo(200);
        assertThat(call("DeletePolicy", "{'policyName': 'p'}").status()).isEqualTo(403);
    }

    private List<String> pages(boolean isAscending) {
        var found = new ArrayList<String>();
        String marker = "";
        do {
            String position = marker.isEmpty() ? "" : ", 'marker': '" + marker + "'";
            JsonNode page = call("ListPolicies", "{'pageSize': 2, 'ascendingOrder': " + isAscending + position + "}")
                    .json();
            found.addAll(page.path("policies").findValuesAsString("policyName"));
            marker = page.path("nextMarker").asString("");
        } while (!marker.isEmpty());
        return found;
    }

    private Answer create(String name, String document) {
        return call("CreatePolicy", members(name, document).toString());
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.IOT, operation, members);
    }

    private static ObjectNode members(String name, String document) {
        return JsonMapper.shared().createObjectNode().put("policyName", name).put("policyDocument", document);
    }
}
