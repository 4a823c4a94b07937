// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.audit.custom.CustomChecksOfTests.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.identity.Role;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.FixedNeighbours;
import io.fleetward.audit.view.FixedView;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CustomCheckOperationsTest {
    private static final String BODY = "'title': 'Pumps', 'severity': 'HIGH', 'resourceType': 'THING', "
            + "'expression': 'thing.name == pump-1', 'reasonCode': 'PUMP', 'reason': 'It is a pump.'";

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock, new CustomCheckOperations(rig.custom, new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);

    @Test
    void showsWhatWasCreated() {
        assertThat(create("CUSTOM_PUMPS", BODY).status()).isEqualTo(200);

        JsonNode check = describe("CUSTOM_PUMPS").json().path("check");
        assertThat(check.path("checkName").stringValue()).isEqualTo("CUSTOM_PUMPS");
        assertThat(check.path("title").stringValue()).isEqualTo("Pumps");
        assertThat(check.path("description").stringValue()).isEmpty();
        assertThat(check.path("severity").stringValue()).isEqualTo("HIGH");
        assertThat(check.path("resourceType").stringValue()).isEqualTo("THING");
        assertThat(check.path("expression").stringValue()).isEqualTo("thing.name == pump-1");
        assertThat(check.path("reasonCode").stringValue()).isEqualTo("PUMP");
        assertThat(check.path("reason").stringValue()).isEqualTo("It is a pump.");
        assertThat(check.path("enabled").booleanValue()).isFalse();
        assertThat(check.path("creationDate").isNumber()).isTrue();
        assertThat(check.path("lastModifiedDate").isNumber()).isTrue();
    }

    @Test
    void changesAndDeletes() {
        create("CUSTOM_PUMPS", BODY);
        rig.enableAll();

        assertThat(call("UpdateAuditCheck", "{'checkName': 'CUSTOM_PUMPS', 'title': 'Valves', 'enabled': false}")
                        .status())
                .isEqualTo(200);
        assertThat(describe("CUSTOM_PUMPS").json().at("/check/title").stringValue())
                .isEqualTo("Valves");
        assertThat(describe("CUSTOM_PUMPS").json().at("/check/enabled").booleanValue())
                .isFalse();
        assertThat(call("DeleteAuditCheck", "{'checkName': 'CUSTOM_PUMPS'}").status())
                .isEqualTo(200);
        assertThat(call("DeleteAuditCheck", "{'checkName': 'CUSTOM_PUMPS'}").status())
                .isEqualTo(200);
        assertThat(describe("CUSTOM_PUMPS").errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            create("CUSTOM_PUMPS_" + i, BODY);
        }

        assertThat(names("ListAuditChecks", "checks", "checkName"))
                .containsExactly(
                        "CUSTOM_PUMPS_0", "CUSTOM_PUMPS_1", "CUSTOM_PUMPS_2", "CUSTOM_PUMPS_3", "CUSTOM_PUMPS_4");
    }

    @Test
    void listsEveryTemplate() {
        assertThat(names("ListAuditCheckTemplates", "templates", "templateName"))
                .isEqualTo(CheckTemplates.ALL.stream()
                        .map(template -> template.name().value())
                        .toList());
    }

    @Test
    void createsFromATemplate() {
        Answer answer = create(
                "CUSTOM_BARE",
                "'templateName': 'CUSTOM_THING_WITHOUT_CERTIFICATE_CHECK', 'expression': 'thing.name == a'");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(describe("CUSTOM_BARE").json().at("/check/reasonCode").stringValue())
                .isEqualTo("THING_WITHOUT_CERTIFICATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'title': 'Pumps'",
                BODY + ", 'severity': 'LOUD'",
                BODY + ", 'resourceType': 'SHOE'",
                BODY + ", 'expression': 'nonsense'",
                BODY + ", 'reasonCode': 'a b'",
                BODY + ", 'enabled': true",
                BODY + ", 'templateName': 'CUSTOM_UNKNOWN'"
            })
    void refusesWhatIsNotInOrder(String body) {
        Answer answer = create("CUSTOM_PUMPS", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(describe("CUSTOM_PUMPS").status()).isEqualTo(404);
    }

    @Test
    void refusesNamesOfOtherChecks() {
        assertThat(create("LOGGING_DISABLED_CHECK", BODY).errorCode()).isEqualTo("InvalidRequestException");
        create("CUSTOM_PUMPS", BODY);
        Answer taken = create("CUSTOM_PUMPS", BODY.replace("pump-1", "pump-2"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.errorCode()).isEqualTo("ResourceAlreadyExistsException");
    }

    @Test
    void testsACheckThatIsNotThere() {
        rig.view = FixedView.EMPTY.withProfiles(
                thing("pump-1", FixedNeighbours.NONE), thing("pump-2", FixedNeighbours.NONE));

        JsonNode told = call("TestAuditCheck", "{'resourceType': 'THING', 'expression': 'thing.name == pump-2'}")
                .json();

        assertThat(told.path("judgedResourcesCount").intValue()).isEqualTo(2);
        assertThat(told.path("flaggedResourcesCount").intValue()).isEqualTo(1);
        assertThat(told.path("complete").booleanValue()).isTrue();
        assertThat(told.has("fault")).isFalse();
        JsonNode flagged = told.path("flaggedResources").path(0);
        assertThat(flagged.path("resourceType").stringValue()).isEqualTo("CLIENT_ID");
        assertThat(flagged.at("/resourceIdentifier/clientId").stringValue()).isEqualTo("pump-2");
        assertThat(flagged.path("facts").path("thing.name").stringValue()).isEqualTo("pump-2");
    }

    @Test
    void testsACheckThatExists() {
        rig.view = FixedView.EMPTY.withProfiles(thing("pump-1", FixedNeighbours.NONE));
        create("CUSTOM_PUMPS", BODY);

        assertThat(call("TestAuditCheck", "{'checkName': 'CUSTOM_PUMPS'}")
                        .json()
                        .path("flaggedResourcesCount")
                        .intValue())
                .isEqualTo(1);
        assertThat(call("TestAuditCheck", "{}").errorCode()).isEqualTo("InvalidRequestException");
        assertThat(call("TestAuditCheck", "{'checkName': 'CUSTOM_OTHER'}").errorCode())
                .isEqualTo("ResourceNotFoundException");
        assertThat(call("TestAuditCheck", "{'resourceType': 'THING', 'expression': 'thing.name undecided'}")
                        .json()
                        .path("fault")
                        .stringValue())
                .contains("pump-1");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void mayBeReadByAllAndWrittenByThoseWhoConfigure(Role role) {
        create("CUSTOM_PUMPS", BODY);
        api.as(role);

        assertThat(describe("CUSTOM_PUMPS").status()).isEqualTo(200);
        assertThat(call("TestAuditCheck", "{'checkName': 'CUSTOM_PUMPS'}").status())
                .isEqualTo(200);
        boolean mayWrite = role == Role.ADMINISTRATOR || role == Role.OPERATOR;
        assertThat(create("CUSTOM_OTHER", BODY).status()).isEqualTo(mayWrite ? 200 : 403);
    }

    private List<String> names(String operation, String list, String member) {
        var names = new ArrayList<String>();
        String token = null;
        do {
            JsonNode page = page(operation, token);
            assertThat(page.path(list).size()).isLessThanOrEqualTo(2);
            page.path(list).forEach(item -> names.add(item.path(member).stringValue()));
            token = page.has("nextToken") ? page.path("nextToken").stringValue() : null;
        } while (token != null);
        return names;
    }

    private JsonNode page(String operation, @Nullable String token) {
        String rest = token == null ? "" : ", 'nextToken': '" + token + "'";
        return call(operation, "{'maxResults': 2" + rest + "}").json();
    }

    private Answer create(String name, String rest) {
        return call("CreateAuditCheck", "{'checkName': '" + name + "', " + rest + "}");
    }

    private Answer describe(String name) {
        return call("DescribeAuditCheck", "{'checkName': '" + name + "'}");
    }

    private Answer call(String operation, String body) {
        return api.call(AwsService.FLEETWARD, operation, body);
    }
}
