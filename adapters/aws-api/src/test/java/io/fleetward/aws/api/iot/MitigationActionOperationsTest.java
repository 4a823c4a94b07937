// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.MitigationApi.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mitigation actions over the wire. */
class MitigationActionOperationsTest {
    private static final String CUT = "'updateDeviceCertificateParams': {'action': 'DEACTIVATE'}";

    private final MitigationApi api = new MitigationApi();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "UPDATE_DEVICE_CERTIFICATE | 'updateDeviceCertificateParams': {'action': 'DEACTIVATE'}",
                "UPDATE_CA_CERTIFICATE | 'updateCACertificateParams': {'action': 'DEACTIVATE'}",
                "ADD_THINGS_TO_THING_GROUP | 'addThingsToThingGroupParams': {'thingGroupNames': ['a', 'b']}",
                "ADD_THINGS_TO_THING_GROUP | 'addThingsToThingGroupParams':"
                        + " {'thingGroupNames': ['a'], 'overrideDynamicGroups': true}",
                "REPLACE_DEFAULT_POLICY_VERSION | 'replaceDefaultPolicyVersionParams': {'templateName': 'BLANK_POLICY'}",
                "ENABLE_IOT_LOGGING | 'enableIoTLoggingParams':"
                        + " {'roleArnForLogging': 'arn:aws:iam::111122223333:role/log', 'logLevel': 'WARN'}",
                "PUBLISH_FINDING_TO_SNS | 'publishFindingToSnsParams':"
                        + " {'topicArn': 'arn:aws:sns:eu-west-1:111122223333:alerts'}"
            })
    void showsAnActionOfEveryTypeAsItWasCreated(String type, String params) {
        api.action("Act", params);

        JsonNode action = api.ok("DescribeMitigationAction", "{'actionName': 'Act'}");

        assertThat(action.path("actionType").stringValue()).isEqualTo(type);
        assertThat(action.path("actionParams"))
                .isEqualTo(JsonMapper.shared().readTree("{" + params.replace('\'', '"') + "}"));
        assertThat(action.path("actionArn").stringValue())
                .isEqualTo("arn:aws:iot:eu-west-1:111122223333:mitigationaction/Act");
        assertThat(action.path("roleArn").stringValue()).isEqualTo(ROLE);
        assertThat(action.path("creationDate").isNumber()).isTrue();
        assertThat(action.path("lastModifiedDate").isNumber()).isTrue();
    }

    @Test
    void keepsArnAndIdWhenAnActionChanges() {
        JsonNode created = api.ok(
                "CreateMitigationAction",
                "{'actionName': 'Act', 'roleArn': '" + ROLE + "', 'actionParams': {" + CUT
                        + "}, 'tags': [{'Key': 'team', 'Value': 'red'}]}");

        JsonNode updated = api.ok(
                "UpdateMitigationAction",
                "{'actionName': 'Act', 'actionParams': {'updateCACertificateParams': {'action': 'DEACTIVATE'}}}");

        assertThat(updated).isEqualTo(created);
        assertThat(api.ok("UpdateMitigationAction", "{'actionName': 'Act', 'roleArn': '" + ROLE + "2'}"))
                .isEqualTo(created);
        JsonNode tags = api.ok(
                "ListTagsForResource",
                "{'resourceArn': '" + created.path("actionArn").stringValue() + "'}");
        assertThat(tags.at("/tags/0/Value").stringValue()).isEqualTo("red");
    }

    @Test
    void deletesTwiceWithoutComplaint() {
        api.action("Act", CUT);
        api.ok("DeleteMitigationAction", "{'actionName': 'Act'}");
        api.ok("DeleteMitigationAction", "{'actionName': 'Act'}");

        api.refused(404, "ResourceNotFoundException", "DescribeMitigationAction", "{'actionName': 'Act'}");
        api.refused(404, "ResourceNotFoundException", "UpdateMitigationAction", "{'actionName': 'Act'}");
    }

    @Test
    void listsNewestFirstPageByPage() {
        api.action("First", CUT);
        api.rig.clock.advance(Duration.ofSeconds(1));
        api.action("Second", "'updateCACertificateParams': {'action': 'DEACTIVATE'}");

        JsonNode page = api.ok("ListMitigationActions", "{'maxResults': 1}");
        assertThat(page.at("/actionIdentifiers/0/actionName").stringValue()).isEqualTo("Second");
        String token = page.path("nextToken").stringValue();
        JsonNode rest = api.ok("ListMitigationActions", "{'nextToken': '" + token + "'}");
        assertThat(rest.at("/actionIdentifiers/0/actionName").stringValue()).isEqualTo("First");
        assertThat(rest.has("nextToken")).isFalse();
        JsonNode ofType = api.ok("ListMitigationActions", "{'actionType': 'UPDATE_CA_CERTIFICATE'}");
        assertThat(ofType.path("actionIdentifiers")).hasSize(1);
        assertThat(ofType.at("/actionIdentifiers/0/creationDate").isNumber()).isTrue();
    }

    @Test
    void refusesWhatMakesNoAction() {
        String disabled = "'enableIoTLoggingParams':"
                + " {'roleArnForLogging': 'arn:aws:iam::111122223333:role/log', 'logLevel': 'DISABLED'}";
        assertThat(create(ROLE, disabled)).contains("DISABLED");
        assertThat(create(ROLE, "")).contains("exactly one member");
        assertThat(create(ROLE, CUT + ", " + disabled)).contains("exactly one member");
        assertThat(create("arn:aws:iam::999922223333:role/mine", CUT)).contains("another account");
        assertThat(create(ROLE, "'updateDeviceCertificateParams': {'action': 'ACTIVATE'}"))
                .contains("DEACTIVATE");
    }

    @Test
    void answersANameThatIsTakenWithTheResource() {
        api.action("Act", CUT);

        var answer = api.call(
                "CreateMitigationAction",
                "{'actionName': 'Act', 'roleArn': '" + ROLE + "', 'actionParams': {" + CUT + "}}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("resourceArn").stringValue())
                .isEqualTo("arn:aws:iot:eu-west-1:111122223333:mitigationaction/Act");
    }

    private String create(String role, String params) {
        return api.refused(
                400,
                "InvalidRequestException",
                "CreateMitigationAction",
                "{'actionName': 'Act', 'roleArn': '" + role + "', 'actionParams': {" + params + "}}");
    }
}
