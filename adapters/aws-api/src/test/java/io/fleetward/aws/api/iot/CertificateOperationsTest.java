// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.certificate.FakePki;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CertificateOperationsTest {
    private final RegistryApi api = new RegistryApi();

    @Test
    void createsKeysAndCertificate() {
        JsonNode created = api.ok("CreateKeysAndCertificate", "{'setAsActive':true}");

        assertThat(created.path("keyPair").propertyNames()).containsExactlyInAnyOrder("PublicKey", "PrivateKey");
        JsonNode described = describe(created.path("certificateId").asString());
        assertThat(described.path("certificateArn")).isEqualTo(created.path("certificateArn"));
        assertThat(described.path("certificatePem")).isEqualTo(created.path("certificatePem"));
        assertThat(described.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(described.path("ownedBy").asString()).isEqualTo("000000000000");
        assertThat(described.path("customerVersion").asInt()).isEqualTo(1);
        assertThat(described.path("certificateMode").asString()).isEqualTo("DEFAULT");
        assertThat(described.path("validity").path("notAfter").asDouble()).isEqualTo(2_524_607_999.0);
        assertThat(described.path("generationId").asString()).hasSize(36);
        assertThat(described.has("caCertificateId")).isFalse();
    }

    @Test
    void createsFromASigningRequest() {
        JsonNode created =
                api.ok("CreateCertificateFromCsr", "{'certificateSigningRequest':'" + FakePki.request("pump") + "'}");

        assertThat(describe(created.path("certificateId").asString())
                        .path("status")
                        .asString())
                .isEqualTo("INACTIVE");
        api.refused(
                400,
                "InvalidRequestException",
                api.call("CreateCertificateFromCsr", "{'certificateSigningRequest':'garbage'}"));
    }

    @Test
    void changesStatusAndDeletes() {
        String id = create(true);
        assertThat(api.refused(
                        406,
                        "CertificateStateException",
                        api.call("DeleteCertificate", "{'certificateId':'" + id + "'}")))
                .isEqualTo("Certificate must be deactivated (not ACTIVE) before deletion.");

        api.ok("UpdateCertificate", "{'certificateId':'" + id + "','newStatus':'REVOKED'}");
        api.refused(
                406,
                "CertificateStateException",
                api.call("UpdateCertificate", "{'certificateId':'" + id + "','newStatus':'ACTIVE'}"));
        api.refused(
                400,
                "InvalidRequestException",
                api.call("UpdateCertificate", "{'certificateId':'" + id + "','newStatus':'PENDING_TRANSFER'}"));
        api.ok("DeleteCertificate", "{'certificateId':'" + id + "'}");

        api.refused(
                404, "ResourceNotFoundException", api.call("DescribeCertificate", "{'certificateId':'" + id + "'}"));
    }

    @Test
    void listsNewestFirst() {
        List<String> ids = List.of(create(true), create(false), create(false));

        JsonNode first = api.ok("ListCertificates", "{'pageSize':2}");
        JsonNode second = api.ok(
                "ListCertificates",
                "{'pageSize':2,'marker':'" + first.path("nextMarker").asString() + "'}");
        JsonNode ascending = api.ok("ListCertificates", "{'ascendingOrder':true}");

        assertThat(ids(first)).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(second)).containsExactly(ids.get(0));
        assertThat(second.has("nextMarker")).isFalse();
        assertThat(ids(ascending)).containsExactlyElementsOf(ids);
        assertThat(ascending.path("certificates").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "certificateArn", "certificateId", "status", "certificateMode", "creationDate");
    }

    @Test
    void continuesAListWhetherOrNotItsDefaultOrderIsSpelledOut() {
        create(true);
        create(false);
        String marker = api.ok("ListCertificates", "{'pageSize':1,'ascendingOrder':false}")
                .path("nextMarker")
                .asString();

        assertThat(ids(api.ok("ListCertificates", "{'marker':'" + marker + "'}")))
                .hasSize(1);
    }

    @Test
    void registersUnderACa() {
        String ca = FakePki.ca("root", "k1");
        String caId = api.ok(
                        "RegisterCACertificate",
                        "{'caCertificate':" + text(ca) + ",'certificateMode':'SNI_ONLY','setAsActive':true}")
                .path("certificateId")
                .asString();

        String id = api.ok(
                        "RegisterCertificate",
                        "{'certificatePem':" + text(FakePki.device("pump", "root", "k1")) + ",'setAsActive':true}")
                .path("certificateId")
                .asString();

        assertThat(describe(id).path("caCertificateId").asString()).isEqualTo(caId);
        assertThat(describe(id).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(ids(api.ok("ListCertificatesByCA", "{'caCertificateId':'" + caId + "'}")))
                .containsExactly(id);
        api.refused(
                400,
                "CertificateValidationException",
                api.call(
                        "RegisterCertificate",
                        "{'certificatePem':" + text(FakePki.device("pump", "other", "k1")) + "}"));
    }

    @Test
    void registersWithoutACa() {
        String members = "{'certificatePem':" + text(FakePki.device("pump", "any", "k")) + ",'status':'ACTIVE'}";

        String id = api.ok("RegisterCertificateWithoutCA", members)
                .path("certificateId")
                .asString();

        assertThat(describe(id).path("certificateMode").asString()).isEqualTo("SNI_ONLY");
        var again = api.call("RegisterCertificateWithoutCA", members);
        api.refused(409, "ResourceAlreadyExistsException", again);
        assertThat(again.json().path("resourceId").asString()).isEqualTo(id);
    }

    @Test
    void managesCas() {
        String code =
                api.ok("GetRegistrationCode", "{}").path("registrationCode").asString();
        JsonNode registered = api.ok(
                "RegisterCACertificate",
                "{'caCertificate':" + text(FakePki.ca("root", "k1")) + ",'verificationCertificate':"
                        + text(FakePki.device(code, "root", "k1")) + "}");
        String id = registered.path("certificateId").asString();

        JsonNode described = api.ok("DescribeCACertificate", "{'certificateId':'" + id + "'}")
                .path("certificateDescription");
        assertThat(described.path("status").asString()).isEqualTo("INACTIVE");
        assertThat(described.path("autoRegistrationStatus").asString()).isEqualTo("DISABLE");
        assertThat(described.path("certificateMode").asString()).isEqualTo("DEFAULT");

        api.ok("UpdateCACertificate", "{'certificateId':'" + id + "','newStatus':'ACTIVE'}");
        api.refused(
                406, "CertificateStateException", api.call("DeleteCACertificate", "{'certificateId':'" + id + "'}"));
        api.ok("UpdateCACertificate", "{'certificateId':'" + id + "','newStatus':'INACTIVE'}");
        assertThat(api.ok("ListCACertificates", "{}").path("certificates")).hasSize(1);
        api.ok("DeleteCACertificate", "{'certificateId':'" + id + "'}");
        api.ok("DeleteRegistrationCode", "{}");

        assertThat(api.ok("GetRegistrationCode", "{}").path("registrationCode").asString())
                .isNotEqualTo(code);
    }

    @Test
    void refusesAProofForAnotherCode() {
        api.refused(
                400,
                "RegistrationCodeValidationException",
                api.call(
                        "RegisterCACertificate",
                        "{'caCertificate':" + text(FakePki.ca("root", "k1")) + ",'verificationCertificate':"
                                + text(FakePki.device("wrong", "root", "k1")) + "}"));
    }

    @Test
    void refusesAutoRegistrationByName() {
        String ca = text(FakePki.ca("root", "k1"));

        assertThat(api.refused(
                        400,
                        "InvalidRequestException",
                        api.call(
                                "RegisterCACertificate",
                                "{'caCertificate':" + ca
                                        + ",'certificateMode':'SNI_ONLY','allowAutoRegistration':true}")))
                .contains("allowAutoRegistration");
        String id = api.ok("RegisterCACertificate", "{'caCertificate':" + ca + ",'certificateMode':'SNI_ONLY'}")
                .path("certificateId")
                .asString();
        assertThat(api.refused(
                        400,
                        "InvalidRequestException",
                        api.call(
                                "UpdateCACertificate",
                                "{'certificateId':'" + id + "','newAutoRegistrationStatus':'ENABLE'}")))
                .contains("newAutoRegistrationStatus");
        api.ok("UpdateCACertificate", "{'certificateId':'" + id + "','newAutoRegistrationStatus':'DISABLE'}");
    }

    private String create(boolean isActive) {
        api.registry().clock().advance(Duration.ofSeconds(1));
        return api.ok("CreateKeysAndCertificate", "{'setAsActive':" + isActive + "}")
                .path("certificateId")
                .asString();
    }

    private JsonNode describe(String id) {
        return api.ok("DescribeCertificate", "{'certificateId':'" + id + "'}").path("certificateDescription");
    }

    private static List<String> ids(JsonNode list) {
        return list.path("certificates")
                .valueStream()
                .map(each -> each.path("certificateId").asString())
                .toList();
    }

    private static String text(String value) {
        return JsonNodeFactory.instance.stringNode(value).toString();
    }
}
