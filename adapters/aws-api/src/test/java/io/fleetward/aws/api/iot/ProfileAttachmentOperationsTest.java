// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.aws.api.iot.DetectApi.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.registry.thing.ThingGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProfileAttachmentOperationsTest {
    private final DetectApi api = new DetectApi();

    private Answer attach(String operation, String profile, String target) {
        return api.call(
                operation,
                "{'securityProfileName': '" + profile + "', 'securityProfileTargetArn': '" + ARN + target + "'}");
    }

    private void create(String... profiles) {
        for (String profile : profiles) {
            api.call("CreateSecurityProfile", "{'securityProfileName': '" + profile + "'}");
        }
    }

    @Test
    void attachesListsAndDetaches() {
        create("p", "q");
        ThingGroup pumps = api.createGroup("pumps");
        api.createGroup("north", pumps);

        List.of("all/things", "thinggroup/pumps")
                .forEach(target -> assertThat(
                                attach("AttachSecurityProfile", "p", target).status())
                        .isEqualTo(200));
        attach("AttachSecurityProfile", "q", "thinggroup/north");

        assertThat(targets("p")).containsExactly(ARN + "all/things", ARN + "thinggroup/pumps");
        assertThat(profiles("thinggroup/pumps", false)).containsExactly("p " + ARN + "thinggroup/pumps");
        assertThat(profiles("thinggroup/pumps", true))
                .containsExactly("q " + ARN + "thinggroup/north", "p " + ARN + "thinggroup/pumps");
        assertThat(attach("DetachSecurityProfile", "p", "all/things").status()).isEqualTo(200);
        assertThat(targets("p")).containsExactly(ARN + "thinggroup/pumps");
    }

    private List<String> targets(String profile) {
        JsonNode json = api.call("ListTargetsForSecurityProfile", "{'securityProfileName': '" + profile + "'}")
                .json();
        return json.path("securityProfileTargets")
                .valueStream()
                .map(target -> target.path("arn").asString())
                .toList();
    }

    private List<String> profiles(String target, boolean isRecursive) {
        JsonNode json = api.call(
                        "ListSecurityProfilesForTarget",
                        "{'securityProfileTargetArn': '" + ARN + target + "', 'recursive': " + isRecursive + "}")
                .json();
        return json.path("securityProfileTargetMappings")
                .valueStream()
                .map(mapping -> mapping.at("/securityProfileIdentifier/name").asString() + " "
                        + mapping.at("/target/arn").asString())
                .toList();
    }

    @Test
    void pagesThroughTargets() {
        create("p");
        List.of("all/things", "all/registered-things", "all/unregistered-things")
                .forEach(target -> attach("AttachSecurityProfile", "p", target));

        JsonNode first = api.call("ListTargetsForSecurityProfile", "{'securityProfileName': 'p', 'maxResults': 2}")
                .json();
        JsonNode rest = api.call(
                        "ListTargetsForSecurityProfile",
                        "{'securityProfileName': 'p', 'nextToken': '"
                                + first.path("nextToken").asString() + "'}")
                .json();

        assertThat(first.path("securityProfileTargets")).hasSize(2);
        assertThat(rest.path("securityProfileTargets")).hasSize(1);
        assertThat(rest.has("nextToken")).isFalse();
    }

    @Test
    void answersTheErrorsOfTheTable() {
        create("p", "p1", "p2", "p3", "p4", "p5");
        List.of("p1", "p2", "p3", "p4", "p5").forEach(name -> attach("AttachSecurityProfile", name, "all/things"));

        Answer sixth = attach("AttachSecurityProfile", "p", "all/things");
        assertThat(sixth.status()).isEqualTo(410);
        assertThat(sixth.errorCode()).isEqualTo("LimitExceededException");
        assertThat(attach("AttachSecurityProfile", "no", "all/things").errorCode())
                .isEqualTo("ResourceNotFoundException");
        assertThat(attach("AttachSecurityProfile", "p", "thinggroup/no").errorCode())
                .isEqualTo("ResourceNotFoundException");
        assertThat(attach("AttachSecurityProfile", "p", "thing/pump-7").errorCode())
                .isEqualTo("InvalidRequestException");
        assertThat(attach("DetachSecurityProfile", "no", "all/things").errorCode())
                .isEqualTo("ResourceNotFoundException");
    }
}
