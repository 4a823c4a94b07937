// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.policy.InMemoryPolicies;
import io.fleetward.application.policy.PolicyAttachment;
import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.custom.Fact;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.audit.view.FixedHistory;
import io.fleetward.audit.view.PastConnections;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredInventoryTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion OTHER = AccountRegion.of("444455556666", "eu-west-1");
    private static final Certificate ACTIVE = aCertificate(SCOPE, "a").build();
    private static final Certificate INACTIVE =
            aCertificate(SCOPE, "b").in(CertificateStatus.INACTIVE).build();
    private static final PolicyName POLICY = new PolicyName("open");

    private final RegistryStores registry = RegistryStores.inMemory();
    private final PolicyStores policies = InMemoryPolicies.stores();
    private final DeviceActivity activity = new DeviceActivity() {
        @Override
        public Map<String, Double> metricsOf(AccountRegion scope, String thingName) {
            return Map.of(scope.account() + "/" + thingName, 1.0);
        }

        @Override
        public List<String> violationsOf(AccountRegion scope, String thingName) {
            return List.of("of " + thingName);
        }
    };
    private final ConnectionHistories histories = new ConnectionHistories() {
        @Override
        public FixedHistory of(AccountRegion scope, @Nullable Instant previousRun) {
            return new FixedHistory(
                    PastConnections.of("a".repeat(64), "pump-1@-300..-180 pump-1@-20.. other@-90..-80"), previousRun);
        }

        @Override
        public Instant readyAt() {
            return Instant.EPOCH;
        }
    };
    private final StoredRegistryViews views = new StoredRegistryViews(
            new RegistrySources(
                    registry.transactions(),
                    registry.certificates(),
                    registry.authorities(),
                    registry.things(),
                    policies.policies(),
                    policies.attachments(),
                    registry.logging(),
                    registry.roleAliases(),
                    RoleImports.NONE,
                    histories,
                    activity),
            new CertificateFactsReader(
                    new CertificateParser() {
                        @Override
                        public Outcome parse(String pem) {
                            throw new AssertionError("an audit parses nothing");
                        }

                        @Override
                        public boolean isSignedBy(String pem, String issuerPem) {
                            return false;
                        }
                    },
                    RevocationListSource.NONE),
            new PolicyDocuments());

    @BeforeEach
    void fill() {
        registry.change(tx -> {
            for (String name : List.of("pump-1", "pump-2")) {
                registry.things().things().put(tx, aThing(SCOPE, name).build());
            }
            for (Certificate certificate : List.of(ACTIVE, INACTIVE)) {
                registry.certificates().put(tx, certificate);
                registry.things()
                        .principals()
                        .put(
                                tx,
                                SCOPE,
                                new ThingPrincipal(
                                        new ThingName("pump-1"), certificate.id(), AttachmentType.NON_EXCLUSIVE_THING));
            }
            registry.authorities().put(tx, aCertificate(SCOPE, "c").buildCa(CaStatus.ACTIVE));
            registry.logging().put(tx, SCOPE, new LoggingOptions("role", LogLevel.INFO, false, List.of()));
            policies.policies().put(tx, new Policy(SCOPE, POLICY, 2, 3, Instant.EPOCH, Instant.EPOCH, "generation"));
            policies.policies()
                    .addVersion(
                            tx,
                            new PolicyVersion(
                                    SCOPE, POLICY, 2, "{\"Version\":\"2012-10-17\",\"Statement\":[]}", Instant.EPOCH));
            policies.attachments()
                    .add(tx, new PolicyAttachment(SCOPE, POLICY, PolicyTarget.of(SCOPE, ACTIVE.id()), Instant.EPOCH));
        });
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryResourceOfAnAccountAndNoneOfAnother(SubjectType type) {
        RegistryView view = views.openAfter(SCOPE, null);
        List<? extends Profile> shown = view.inventory().of(type).toList();

        assertThat(shown).hasSize(type == SubjectType.THING || type == SubjectType.DEVICE_CERTIFICATE ? 2 : 1);
        assertThat(shown)
                .allSatisfy(profile -> assertThat(profile.identifier().type()).isEqualTo(type.resourceType()));
        assertThat(views.openAfter(OTHER, null).inventory().of(type))
                .hasSize(type == SubjectType.ACCOUNT_SETTINGS ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void showsAChangedResourceAndNothingElse(SubjectType type) {
        RegistryView view = views.openAfter(SCOPE, null);
        for (Profile profile : view.inventory().of(type).toList()) {
            RegistryView alone = views.open(SCOPE, ChangedResource.of(profile.identifier()));

            assertThat(Stream.of(SubjectType.values())
                            .flatMap(each -> alone.inventory().of(each).map(Profile::identifier)))
                    .containsExactly(profile.identifier());
        }
    }

    @Test
    void showsNothingOfAChangedResourceThatIsGone() {
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.IOT_POLICY, "gone"))
                        .inventory()
                        .of(SubjectType.IOT_POLICY))
                .isEmpty();
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.CLIENT_ID, "gone"))
                        .inventory()
                        .of(SubjectType.THING))
                .isEmpty();
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.CLIENT_ID, "no thing's name!"))
                        .inventory()
                        .of(SubjectType.THING))
                .isEmpty();
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.DEVICE_CERTIFICATE, "d".repeat(64)))
                        .inventory()
                        .of(SubjectType.DEVICE_CERTIFICATE))
                .isEmpty();
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.CA_CERTIFICATE, "d".repeat(64)))
                        .inventory()
                        .of(SubjectType.CA_CERTIFICATE))
                .isEmpty();
    }

    @Test
    void knowsWhatSurroundsAThing() {
        assertThat(facts(SubjectType.THING, "pump-1"))
                .containsEntry("thing.certificateIds", List.of("a".repeat(64), "b".repeat(64)))
                .containsEntry("thing.activeCertificateIds", List.of("a".repeat(64)))
                .containsEntry("thing.groupNames", List.of())
                .containsEntry("thing.connectionCount", 2L)
                .containsEntry("thing.lastConnectedAt", PastConnections.at("-20"))
                .containsEntry("thing.isConnected", true)
                .containsEntry("thing.metrics", Map.of("111122223333/pump-1", 1.0))
                .containsEntry("thing.violations", List.of("of pump-1"));
        assertThat(facts(SubjectType.THING, "pump-2"))
                .containsEntry("thing.certificateIds", List.of())
                .containsEntry("thing.connectionCount", 0L)
                .containsEntry("thing.lastConnectedAt", Instant.EPOCH)
                .containsEntry("thing.isConnected", false);
    }

    @Test
    void knowsWhatSurroundsACertificate() {
        assertThat(facts(SubjectType.DEVICE_CERTIFICATE, "a".repeat(64)))
                .containsEntry("certificate.thingNames", List.of("pump-1"))
                .containsEntry("certificate.policyNames", List.of("open"))
                .containsEntry("certificate.connectionCount", 3L);
        assertThat(facts(SubjectType.DEVICE_CERTIFICATE, "b".repeat(64)))
                .containsEntry("certificate.policyNames", List.of())
                .containsEntry("certificate.connectionCount", 0L);
    }

    @Test
    void knowsWhatAPolicyIsAttachedTo() {
        assertThat(facts(SubjectType.IOT_POLICY, "open"))
                .containsEntry("policy.versionId", "2")
                .containsEntry("policy.targets", List.of(ACTIVE.arn().toString()));
    }

    @Test
    void knowsWhatAnAccountLogs() {
        assertThat(facts(SubjectType.ACCOUNT_SETTINGS, "111122223333")).containsEntry("account.isLogging", true);
    }

    private Map<String, Object> facts(SubjectType type, String name) {
        Profile profile = views.openAfter(SCOPE, null)
                .inventory()
                .of(type)
                .filter(each ->
                        each.identifier().members().firstEntry().getValue().equals(name))
                .findFirst()
                .orElseThrow();
        return type.read(profile, type.facts().stream().map(Fact::name).collect(Collectors.toSet()));
    }
}
