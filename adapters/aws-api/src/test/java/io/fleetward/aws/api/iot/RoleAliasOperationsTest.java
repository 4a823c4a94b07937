// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoleAliasOperationsTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/fleet";
    private static final String ARN = "arn:aws:iot:us-east-1:000000000000:rolealias/fleet";
    private static final String FLEET = "{'roleAlias':'fleet','roleArn':'" + ROLE
            + "','credentialDurationSeconds':900,'tags':[{'Key':'team','Value':'water'}]}";

    private final RegistryApi api = new RegistryApi();

    @Test
    void walksThroughTheLifeOfAnAlias() {
        assertThat(api.ok("CreateRoleAlias", FLEET).toString())
                .isEqualTo("{\"roleAlias\":\"fleet\",\"roleAliasArn\":\"" + ARN + "\"}");
        api.registry().clock().advance(Duration.ofSeconds(5));
        assertThat(api.ok("UpdateRoleAlias", "{'roleAlias':'fleet','credentialDurationSeconds':43200}")
                        .path("roleAliasArn")
                        .asString())
                .isEqualTo(ARN);

        JsonNode described =
                api.ok("DescribeRoleAlias", "{'roleAlias':'fleet'}").path("roleAliasDescription");

        assertThat(described.path("roleAlias").asString()).isEqualTo("fleet");
        assertThat(described.path("roleAliasArn").asString()).isEqualTo(ARN);
        assertThat(described.path("roleArn").asString()).isEqualTo(ROLE);
        assertThat(described.path("owner").asString()).isEqualTo("000000000000");
        assertThat(described.path("credentialDurationSeconds").asInt()).isEqualTo(43_200);
        assertThat(described.path("lastModifiedDate").asDouble()
                        - described.path("creationDate").asDouble())
                .isEqualTo(5);
        assertThat(api.ok("DeleteRoleAlias", "{'roleAlias':'fleet'}")).isEmpty();
        api.refused(404, "ResourceNotFoundException", api.call("DescribeRoleAlias", "{'roleAlias':'fleet'}"));
        api.refused(404, "ResourceNotFoundException", api.call("DeleteRoleAlias", "{'roleAlias':'fleet'}"));
    }

    @Test
    void listsNamesByPages() {
        for (String name : new String[] {"b", "c", "a"}) {
            api.ok("CreateRoleAlias", "{'roleAlias':'" + name + "','roleArn':'" + ROLE + "'}");
        }

        JsonNode first = api.ok("ListRoleAliases", "{'pageSize':2,'ascendingOrder':true}");
        JsonNode second = api.ok(
                "ListRoleAliases",
                "{'pageSize':2,'ascendingOrder':true,'marker':'"
                        + first.path("nextMarker").asString() + "'}");

        assertThat(first.path("roleAliases").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(second.path("roleAliases").toString()).isEqualTo("[\"c\"]");
        assertThat(second.has("nextMarker")).isFalse();
        assertThat(api.ok("ListRoleAliases", "{}").path("roleAliases").toString())
                .isEqualTo("[\"c\",\"b\",\"a\"]");
    }

    @Test
    void tagsAnAlias() {
        api.ok("CreateRoleAlias", FLEET);

        api.ok("TagResource", "{'resourceArn':'" + ARN + "','tags':[{'Key':'b','Value':'2'}]}");
        api.ok("UntagResource", "{'resourceArn':'" + ARN + "','tagKeys':['team']}");

        assertThat(api.ok("ListTagsForResource", "{'resourceArn':'" + ARN + "'}")
                        .path("tags")
                        .toString())
                .isEqualTo("[{\"Key\":\"b\",\"Value\":\"2\"}]");
    }

    @Test
    void refusesWhatAWSRefuses() {
        api.ok("CreateRoleAlias", FLEET);

        assertThat(api.call("CreateRoleAlias", FLEET).status()).isEqualTo(409);
        api.refused(
                400,
                "InvalidRequestException",
                api.call("CreateRoleAlias", FLEET.replace("900", "899").replace("'fleet'", "'other'")));
        api.refused(
                400,
                "InvalidRequestException",
                api.call(
                        "CreateRoleAlias",
                        FLEET.replace("000000000000", "111122223333").replace("'fleet'", "'x'")));
        api.refused(
                404,
                "ResourceNotFoundException",
                api.call("UpdateRoleAlias", "{'roleAlias':'nobody','credentialDurationSeconds':900}"));
    }
}
