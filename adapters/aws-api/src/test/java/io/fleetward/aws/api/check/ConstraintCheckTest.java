// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.model.Shape;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Constraints of the model and how their violation is worded. */
class ConstraintCheckTest {
    private static final String THING_PATTERN = "[a-zA-Z0-9:_-]+";

    private final ServiceModels models = new ServiceModels();

    @Test
    void acceptsWhatTheModelAllows() {
        assertThat(check(AwsService.IOT, "CreateThing", "{'thingName': 'pump-7'}"))
                .isEmpty();
    }

    @Test
    void missesRequiredMembers() {
        assertThat(text(AwsService.IOT, "CreateThing", "{}"))
                .isEqualTo("1 validation error detected: Value null at 'thingName' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void countsCharactersNotCodeUnits() {
        String description = "😀".repeat(512);

        assertThat(check(AwsService.EVENTS, "CreateEventBus", busWith(description)))
                .isEmpty();
        assertThat(check(AwsService.EVENTS, "CreateEventBus", busWith(description + "x")))
                .hasSize(1);
    }

    @Test
    void joinsSeveralViolations() {
        assertThat(text(AwsService.IOT, "CreateThing", "{'thingName': '', 'thingTypeName': 'a b'}"))
                .isEqualTo("3 validation errors detected: Value '' at 'thingName' failed to satisfy constraint: Member"
                        + " must have length greater than or equal to 1; Value '' at 'thingName' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: " + THING_PATTERN
                        + "; Value 'a b' at 'thingTypeName' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: " + THING_PATTERN);
    }

    @Test
    void wordsBoundsOfNumbers() {
        assertThat(text(AwsService.IOT, "ListThings", "{'maxResults': 251}"))
                .isEqualTo("1 validation error detected: Value '251' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value less than or equal to 250");
    }

    @Test
    void wordsEnumerations() {
        assertThat(text(
                        AwsService.IOT,
                        "UpdateCertificate",
                        "{'certificateId': '%s', 'newStatus': 'GONE'}".formatted("a".repeat(64))))
                .isEqualTo("1 validation error detected: Value 'GONE' at 'newStatus' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [ACTIVE, INACTIVE, REVOKED, PENDING_TRANSFER,"
                        + " REGISTER_INACTIVE, PENDING_ACTIVATION]");
    }

    @Test
    void wordsViolationsInsideListsByPosition() {
        String members = "{'thingTypeName': 't', 'tags': [{'Key': 'ok'}, {'Key': 'a;b'}]}";

        assertThat(text(AwsService.IOT, "CreateThingType", members))
                .contains("Value 'a;b' at 'tags.2.member.key' failed to satisfy constraint: Member must satisfy");
    }

    @Test
    void wordsViolationsOfMapsOnTheMap() {
        String members = "{'thingName': 't', 'attributePayload': {'attributes': {'bad key': 'v', 'good': 'w'}}}";

        assertThat(text(AwsService.IOT, "CreateThing", members))
                .isEqualTo("1 validation error detected: Value '{bad key=v, good=w}' at 'attributePayload.attributes'"
                        + " failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length"
                        + " less than or equal to 128, Member must satisfy regular expression pattern:"
                        + " [a-zA-Z0-9_.,@/:#-]+]");
    }

    @Test
    void wordsViolationsOfListElementsOnTheList() {
        String members = "{'thingName': 't', 'thingGroupsToAdd': ['bad name']}";

        assertThat(text(AwsService.IOT, "UpdateThingGroupsForThing", members))
                .startsWith("1 validation error detected: Value '[bad name]' at 'thingGroupsToAdd' failed to satisfy"
                        + " constraint: Member must satisfy constraint: [");
    }

    @Test
    void startsPathsInLowerCaseForEvents() {
        assertThat(text(AwsService.EVENTS, "CreateEventBus", "{}")).contains("Value null at 'name' failed");
    }

    @Test
    void wordsSecurityHubLikeASchemaValidator() {
        assertThat(hubText("BatchImportFindings", "{}"))
                .isEqualTo("Invalid parameter 'Findings'. data should have required property 'Findings'");
        assertThat(hubText("GetFindings", "{'MaxResults': 101}"))
                .isEqualTo("Invalid parameter 'MaxResults'. data.MaxResults should be <= 100");
        assertThat(hubText("GetFindings", "{'SortCriteria': [{'Field': ' '}]}"))
                .isEqualTo("Invalid parameter 'SortCriteria'. data.SortCriteria[0].Field should match pattern"
                        + " \".*\\S.*\"");
    }

    @Test
    void wordsTheSizeOfMapsLikeASchemaValidator() {
        var tags = new StringBuilder("{");
        for (int i = 0; i < 51; i++) {
            tags.append(i == 0 ? "" : ",").append("'t").append("x".repeat(i)).append("':'v'");
        }
        assertThat(hubText("EnableSecurityHub", "{'Tags': " + tags + "}}"))
                .isEqualTo("Invalid parameter 'Tags'. data.Tags should NOT have more than 50 properties");
        assertThat(hubText("EnableSecurityHub", "{'Tags': {}}"))
                .isEqualTo("Invalid parameter 'Tags'. data.Tags should NOT have fewer than 1 properties");
    }

    @Test
    void leavesFindingsAndFiltersToTheHub() {
        assertThat(check(AwsService.SECURITY_HUB, "BatchImportFindings", "{'Findings': [{'Id': ''}, {}]}"))
                .isEmpty();
        assertThat(check(AwsService.SECURITY_HUB, "GetFindings", "{'Filters': {'Title': [{'Value': ' '}]}}"))
                .isEmpty();
    }

    @Test
    void boundsTheNumberOfViolations() {
        String tags = "{'Key': ';'},".repeat(99) + "{'Key': ';'}";

        assertThat(check(AwsService.IOT, "CreateThingType", "{'thingTypeName': 't', 'tags': [" + tags + "]}"))
                .hasSize(ConstraintCheck.MOST);
    }

    @Test
    void boundsTheLengthOfMessages() {
        String name = "x".repeat(500_000);

        assertThat(text(AwsService.IOT, "CreateThing", "{'thingName': '" + name + "'}")
                        .length())
                .isLessThan(1_500);
    }

    private static String busWith(String description) {
        return "{'Name': 'b', 'Description': '" + description + "'}";
    }

    private String text(AwsService service, String operation, String members) {
        return Wording.COUNTED.of(check(service, operation, members));
    }

    private String hubText(String operation, String members) {
        return Wording.SCHEMA.of(check(AwsService.SECURITY_HUB, operation, members));
    }

    private List<Violation> check(AwsService service, String operation, String members) {
        var input = Objects.requireNonNull(
                Objects.requireNonNull(models.of(service).operations().get(operation))
                        .input());
        var tree = (ObjectNode) JsonMapper.shared().readTree(members.replace('\'', '"'));
        return ConstraintCheck.of(tree, (Shape.Structure) input.get());
    }
}
