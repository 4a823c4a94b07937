// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import static io.fleetward.audit.custom.CustomChecksOfTests.account;
import static io.fleetward.audit.custom.CustomChecksOfTests.authority;
import static io.fleetward.audit.custom.CustomChecksOfTests.certificate;
import static io.fleetward.audit.custom.CustomChecksOfTests.policy;
import static io.fleetward.audit.custom.CustomChecksOfTests.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateBuilder;
import io.fleetward.registry.certificate.DistinguishedName;
import io.fleetward.registry.certificate.X509Facts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTypeTest {
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"iot:Conn*","Resource":"arn:aws:iot:*:*:client/a"},
              {"Effect":"Allow","Action":["iot:Connect","iot:Publish"],"NotResource":"arn:aws:iot:*:*:client/b"},
              {"Effect":"Deny","Action":"iot:Publish","Resource":"arn:aws:iot:*:*:topic/c"}]}
            """;
    private static final FixedNeighbours AROUND = new FixedNeighbours(
            List.of("pump-1"),
            List.of("open"),
            List.of("c1", "c2"),
            List.of("c2"),
            List.of("north"),
            List.of("arn:aws:iot:eu-west-1:111122223333:cert/c2"),
            ConnectionSummary.NONE.with(Instant.ofEpochSecond(9), false).with(Instant.ofEpochSecond(5), true),
            Map.of("aws:num-messages-sent", 4.0),
            List.of("profile/behavior"));

    @ParameterizedTest
    @EnumSource
    void readsAValueOfItsTypeForEveryFact(SubjectType type) {
        Profile profile = sample(type);
        Map<String, Object> values = read(type, profile);

        assertThat(values).hasSameSizeAs(type.facts());
        type.facts()
                .forEach(fact ->
                        assertThat(values.get(fact.name())).as(fact.name()).isInstanceOf(classOf(fact.type())));
        assertThat(profile.identifier().type()).isEqualTo(type.resourceType());
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryFactOnceUnderOnePrefix(SubjectType type) {
        List<String> names = type.facts().stream().map(Fact::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.stream().map(name -> name.substring(0, name.indexOf('.'))))
                .containsOnly(names.getFirst().substring(0, names.getFirst().indexOf('.')));
        assertThat(type.find(names.getLast())).isNotNull();
        assertThat(type.find("unknown")).isNull();
        assertThat(SubjectType.parse(type.name())).isEqualTo(type);
    }

    @Test
    void knowsNoOtherTypes() {
        assertThat(SubjectType.parse("SHOE")).isNull();
    }

    @Test
    void readsOnlyWhatIsAskedFor() {
        assertThat(SubjectType.THING.read(thing("pump-1", AROUND), Set.of("thing.name")))
                .containsOnlyKeys("thing.name");
    }

    @Test
    void readsAThing() {
        assertThat(read(SubjectType.THING, thing("pump-1", AROUND)))
                .containsEntry("thing.name", "pump-1")
                .containsEntry("thing.arn", "arn:aws:iot:eu-west-1:111122223333:thing/pump-1")
                .containsEntry("thing.typeName", "pump")
                .containsEntry("thing.attributes", Map.of("site", "north"))
                .containsEntry("thing.version", 1L)
                .containsEntry("thing.groupNames", List.of("north"))
                .containsEntry("thing.certificateIds", List.of("c1", "c2"))
                .containsEntry("thing.activeCertificateIds", List.of("c2"))
                .containsEntry("thing.connectionCount", 2L)
                .containsEntry("thing.lastConnectedAt", Instant.ofEpochSecond(9))
                .containsEntry("thing.isConnected", true)
                .containsEntry("thing.metrics", Map.of("aws:num-messages-sent", 4.0))
                .containsEntry("thing.violations", List.of("profile/behavior"));
    }

    @Test
    void readsACertificate() {
        assertThat(read(SubjectType.DEVICE_CERTIFICATE, certificate("a", AROUND)))
                .containsEntry("certificate.id", "a".repeat(64))
                .containsEntry("certificate.status", "ACTIVE")
                .containsEntry("certificate.caCertificateId", "")
                .containsEntry("certificate.commonName", "device-a")
                .containsEntry("certificate.serialNumber", "a".repeat(64))
                .containsEntry("certificate.keyBits", 2048L)
                .containsEntry("certificate.signatureAlgorithm", "SHA256withRSA")
                .containsEntry("certificate.thingNames", List.of("pump-1"))
                .containsEntry("certificate.policyNames", List.of("open"))
                .containsEntry("certificate.connectionCount", 2L);
    }

    @Test
    void readsAPolicy() {
        assertThat(read(SubjectType.IOT_POLICY, policy("open", POLICY, AROUND)))
                .containsEntry("policy.name", "open")
                .containsEntry("policy.versionId", "3")
                .containsEntry("policy.document", POLICY)
                .containsEntry("policy.targets", AROUND.targets())
                .hasEntrySatisfying(
                        "policy.allows",
                        allows -> assertThat((Map<?, ?>) allows)
                                .isEqualTo(expected(Map.of(
                                        "iot:Connect", List.of("arn:aws:iot:*:*:client/a", "*"),
                                        "iot:Publish", List.of("*")))))
                .hasEntrySatisfying(
                        "policy.denies",
                        denies -> assertThat((Map<?, ?>) denies)
                                .isEqualTo(expected(Map.of("iot:Publish", List.of("arn:aws:iot:*:*:topic/c")))));
    }

    @Test
    void readsAnAccount() {
        assertThat(read(SubjectType.ACCOUNT_SETTINGS, account()))
                .containsEntry("account.id", "111122223333")
                .containsEntry("account.region", "eu-west-1")
                .containsEntry("account.isLogging", false)
                .containsEntry("account.logLevel", "");
        var logging = new LoggingOptions("arn", LogLevel.WARN, false, List.of());
        assertThat(read(SubjectType.ACCOUNT_SETTINGS, new Profile.OfAccount(FixedView.SCOPE, logging)))
                .containsEntry("account.isLogging", true)
                .containsEntry("account.logLevel", "WARN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=pump|pump",
                "O=Acme,CN=a\\,b+L=x|a,b",
                "O=CN\\=no|''",
                "O=Acme|''",
                "OU=x+CN=second,CN=third|second"
            })
    void findsTheFirstCommonName(String subject, String expected) {
        Certificate plain =
                CertificateBuilder.aCertificate(FixedView.SCOPE, "a").build();
        X509Facts old = plain.x509();
        var named = new X509Facts(
                old.pem(),
                old.serialNumber(),
                new DistinguishedName(subject, subject),
                old.issuer(),
                old.validity(),
                old.key(),
                old.signatureAlgorithm());
        var certificate = new Certificate(
                plain.scope(),
                plain.id(),
                named,
                null,
                plain.status(),
                plain.mode(),
                plain.createdAt(),
                plain.createdAt(),
                1,
                "g");

        assertThat(read(SubjectType.DEVICE_CERTIFICATE, new Profile.OfCertificate(certificate, FixedNeighbours.NONE)))
                .containsEntry("certificate.commonName", expected);
    }

    @Test
    void namesAThingByTheClientIdOfItsDevice() {
        assertThat(thing("pump-1", AROUND).identifier()).isEqualTo(new ResourceIdentifier.ClientId("pump-1"));
    }

    private static Profile sample(SubjectType type) {
        return switch (type) {
            case THING -> thing("pump-1", AROUND);
            case DEVICE_CERTIFICATE -> certificate("a", AROUND);
            case CA_CERTIFICATE -> authority("b");
            case IOT_POLICY -> policy("open", POLICY, AROUND);
            case ACCOUNT_SETTINGS -> account();
        };
    }

    private static Class<?> classOf(FactType type) {
        return switch (type) {
            case STRING -> String.class;
            case INT -> Long.class;
            case BOOL -> Boolean.class;
            case TIMESTAMP -> Instant.class;
            case STRING_LIST -> List.class;
            case STRING_MAP, STRING_LIST_MAP, DOUBLE_MAP -> Map.class;
        };
    }

    private static Map<String, Object> read(SubjectType type, Profile profile) {
        return type.read(profile, type.facts().stream().map(Fact::name).collect(Collectors.toSet()));
    }

    /** The lists of every action, empty unless given. */
    private static Map<String, List<String>> expected(Map<String, List<String>> given) {
        return Arrays.stream(DeviceAction.values())
                .map(DeviceAction::wireName)
                .collect(Collectors.toMap(name -> name, name -> given.getOrDefault(name, List.of())));
    }
}
