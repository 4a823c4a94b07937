// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.AccessError;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.model.iot.AttributePayload;
import io.fleetward.aws.model.iot.CreateKeysAndCertificateResponse;
import io.fleetward.aws.model.iot.CreateThingRequest;
import io.fleetward.aws.model.iot.DescribeThingResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.KeyPair;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Generated records read requests, write answers and stay as they were made. */
class GeneratedRecordsTest {
    @Test
    void readsATree() {
        var tree = (ObjectNode)
                JsonMapper.shared()
                        .readTree(
                                "{\"thingName\":\"a\",\"attributePayload\":{\"attributes\":{\"z\":\"1\",\"b\":\"2\"},\"merge\":true}}");

        CreateThingRequest request = CreateThingRequest.from(tree);

        AttributePayload payload = Objects.requireNonNull(request.attributePayload());
        assertThat(request.thingName()).isEqualTo("a");
        assertThat(request.thingTypeName()).isNull();
        assertThat(payload.merge()).isTrue();
        assertThat(payload.attributes()).containsExactly(Map.entry("z", "1"), Map.entry("b", "2"));
    }

    @Test
    void writesPresentMembersOnly() {
        ObjectNode tree = DescribeThingResponse.builder()
                .thingName("a")
                .version(7L)
                .build()
                .toTree();

        assertThat(tree).hasToString("{\"thingName\":\"a\",\"version\":7}");
    }

    @Test
    void copiesItsCollections() {
        var attributes = new LinkedHashMap<>(Map.of("a", "1"));
        var response = DescribeThingResponse.builder().attributes(attributes).build();
        attributes.clear();

        assertThat(response.attributes()).containsEntry("a", "1");
    }

    @Test
    void refusesToMissARequiredMember() {
        assertThatThrownBy(() -> CreateThingRequest.builder().build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("thingName");
    }

    @Test
    void doesNotPrintAPrivateKey() {
        var keys = KeyPair.builder().publicKey("public").privateKey("private").build();
        var response = CreateKeysAndCertificateResponse.builder().keyPair(keys).build();

        assertThat(response.toString()).doesNotContain("private");
    }

    @Test
    void refusesOperationsNobodyBuilt() {
        var scope = AccountRegion.of("000000000000", "us-east-1");
        var caller = new Caller(scope, "arn:aws:iam::000000000000:user/a", "AKIA", Role.ADMINISTRATOR, "192.0.2.1");
        var context = new CallContext(caller, "request", Instant.EPOCH);
        var nothing = new IotApi() {};

        assertThatThrownBy(() -> nothing.call("CreateThing", Wire.tree().put("thingName", "a"), context))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(AccessError.NOT_IMPLEMENTED))
                .hasMessageContaining("iot CreateThing");
        assertThatThrownBy(() -> nothing.call("Explode", Wire.tree(), context)).isInstanceOf(ApiException.class);
    }
}
