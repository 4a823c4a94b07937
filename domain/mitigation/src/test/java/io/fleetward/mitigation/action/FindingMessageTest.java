// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.mitigation.Subjects;
import io.fleetward.testkit.GoldenFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The payload of a published finding. */
class FindingMessageTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void tellsOfTheFindingWithItsTimesInMilliseconds() {
        AuditFinding finding = Subjects.aFinding(
                new ResourceIdentifier.PolicyVersion("AllOpen", "3"),
                new ResourceIdentifier.DeviceCertificate("ab12"),
                new ResourceIdentifier.IssuerCertificate("CN=ca", "cd", "01"));

        GoldenFile.inTestResources("io/fleetward/mitigation/action/finding-message.golden.json")
                .holds(MAPPER.readTree(FindingMessage.of(finding)).toPrettyString() + "\n");
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void namesEveryKindOfResourceByAllOfItsMembers(ResourceType type) {
        ResourceIdentifier resource = Subjects.aResource(type);
        JsonNode told =
                MAPPER.readTree(FindingMessage.of(Subjects.aFinding(resource))).path("nonCompliantResource");

        assertThat(told.path("resourceType").stringValue()).isEqualTo(type.name());
        resource.members()
                .forEach((name, value) ->
                        assertThat(told.findValue(name)).as(name).isEqualTo(StringNode.valueOf(value)));
    }

    @Test
    void namesAtMostTenRelatedResources() {
        ResourceIdentifier[] related = Stream.iterate(1, number -> number + 1)
                .limit(12)
                .map(number -> new ResourceIdentifier.ClientId("c" + number))
                .toArray(ResourceIdentifier[]::new);
        JsonNode message =
                MAPPER.readTree(FindingMessage.of(Subjects.aFinding(new ResourceIdentifier.ClientId("c"), related)));

        assertThat(message.get("relatedResources")).hasSize(10);
    }

    @Test
    void leavesOutWhatIsNotThere() {
        JsonNode message = MAPPER.readTree(FindingMessage.of(Subjects.aFinding(new ResourceIdentifier.ClientId("c"))));

        assertThat(message.has("relatedResources")).isFalse();
        assertThat(message.has("accountId")).isFalse();
        assertThat(message.at("/nonCompliantResource/resourceIdentifier/clientId")
                        .stringValue())
                .isEqualTo("c");
    }
}
