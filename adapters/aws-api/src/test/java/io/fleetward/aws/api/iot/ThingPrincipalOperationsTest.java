// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ThingPrincipalOperationsTest {
    private final RegistryApi api = new RegistryApi();
    private String principal = "";

    @BeforeEach
    void createThingAndCertificate() {
        api.ok("CreateThing", "{'thingName':'pump'}");
        principal =
                api.ok("CreateKeysAndCertificate", "{}").path("certificateArn").asString();
    }

    @Test
    void attachesAndListsInBothShapes() {
        api.ok("AttachThingPrincipal", "{'thingName':'pump','principal':'" + principal + "'}");

        assertThat(api.ok("ListThingPrincipals", "{'thingName':'pump'}")
                        .path("principals")
                        .get(0)
                        .asString())
                .isEqualTo(principal);
        JsonNode principals = api.ok("ListThingPrincipalsV2", "{'thingName':'pump'}");
        assertThat(principals
                        .path("thingPrincipalObjects")
                        .get(0)
                        .path("principal")
                        .asString())
                .isEqualTo(principal);
        assertThat(principals
                        .path("thingPrincipalObjects")
                        .get(0)
                        .path("thingPrincipalType")
                        .asString())
                .isEqualTo("NON_EXCLUSIVE_THING");
        assertThat(api.ok("ListPrincipalThings", "{'principal':'" + principal + "'}")
                        .path("things")
                        .get(0)
                        .asString())
                .isEqualTo("pump");
        JsonNode things = api.ok("ListPrincipalThingsV2", "{'principal':'" + principal + "'}");
        assertThat(things.path("principalThingObjects").get(0).path("thingName").asString())
                .isEqualTo("pump");
    }

    @Test
    void filtersByType() {
        api.ok(
                "AttachThingPrincipal",
                "{'thingName':'pump','principal':'" + principal + "','thingPrincipalType':'EXCLUSIVE_THING'}");

        assertThat(api.ok("ListThingPrincipalsV2", "{'thingName':'pump','thingPrincipalType':'NON_EXCLUSIVE_THING'}")
                        .path("thingPrincipalObjects"))
                .isEmpty();
        assertThat(api.ok(
                                "ListPrincipalThingsV2",
                                "{'principal':'" + principal + "','thingPrincipalType':'EXCLUSIVE_THING'}")
                        .path("principalThingObjects"))
                .hasSize(1);
    }

    @Test
    void detaches() {
        api.ok("AttachThingPrincipal", "{'thingName':'pump','principal':'" + principal + "'}");
        assertThat(api.refused(400, "InvalidRequestException", api.call("DeleteThing", "{'thingName':'pump'}")))
                .isEqualTo("Cannot delete. Thing pump is still attached to one or more principals");

        api.ok("DetachThingPrincipal", "{'thingName':'pump','principal':'" + principal + "'}");

        api.refused(
                404,
                "ResourceNotFoundException",
                api.call("DetachThingPrincipal", "{'thingName':'pump','principal':'" + principal + "'}"));
        api.ok("DeleteThing", "{'thingName':'pump'}");
    }

    @Test
    void takesCertificatesOfTheAccountOnly() {
        String foreign = principal.replace("000000000000", "111111111111");

        assertThat(api.refused(
                        400,
                        "InvalidRequestException",
                        api.call("AttachThingPrincipal", "{'thingName':'pump','principal':'" + foreign + "'}")))
                .contains("principal");
        api.refused(
                400,
                "InvalidRequestException",
                api.call("ListPrincipalThings", "{'principal':'us-east-1:6d4f2c5e-0000-4000-8000-000000000000'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-id", "0000000000000000000000000000000000000000000000000000000000000000"})
    void findsNoCertificateThatDoesNotExist(String id) {
        String unknown = principal.substring(0, principal.indexOf('/') + 1) + id;

        for (String operation : List.of("AttachThingPrincipal", "DetachThingPrincipal")) {
            api.refused(
                    404,
                    "ResourceNotFoundException",
                    api.call(operation, "{'thingName':'pump','principal':'" + unknown + "'}"));
        }
        api.refused(
                404, "ResourceNotFoundException", api.call("ListPrincipalThings", "{'principal':'" + unknown + "'}"));
    }
}
