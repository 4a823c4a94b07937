// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.policy.InMemoryPolicies;
import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.account.InMemoryLoggingSettings;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.application.registry.certificate.InMemoryCaCertificates;
import io.fleetward.application.registry.certificate.InMemoryCertificates;
import io.fleetward.application.registry.role.InMemoryRoleAliases;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.IdentityPool;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredRegistryViewsTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion OTHER = AccountRegion.of("444455556666", "eu-west-1");
    private static final String NOTHING_ALLOWED = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    private static final RevocationList LIST =
            new RevocationList(null, Map.of(BigInteger.TEN, new Revocation(Instant.EPOCH, "keyCompromise")));

    private static final ImportedRoles IMPORTED =
            new ImportedRoles(Map.of(), List.of(new IdentityPool("eu-west-1:0", null, null)));

    private final PolicyStores policies = InMemoryPolicies.stores();
    private final RegistrySources sources = new RegistrySources(
            new InMemoryTransactions(),
            new InMemoryCertificates(),
            new InMemoryCaCertificates(),
            RegistryStores.inMemory().things(),
            policies.policies(),
            policies.attachments(),
            new InMemoryLoggingSettings(),
            new InMemoryRoleAliases(),
            scope -> scope.equals(SCOPE) ? IMPORTED : ImportedRoles.NONE,
            ConnectionHistories.NONE,
            DeviceActivity.NONE);

    /** Everything is signed by the CA whose id consists of the letter a. */
    private final CertificateParser parser = new CertificateParser() {
        @Override
        public Outcome parse(String pem) {
            throw new AssertionError("an audit parses nothing");
        }

        @Override
        public boolean isSignedBy(String pem, String issuerPem) {
            return issuerPem.contains("aaaa");
        }
    };

    private final StoredRegistryViews views = new StoredRegistryViews(
            sources,
            new CertificateFactsReader(parser, pem -> pem.contains("aaaa") ? LIST : null),
            new PolicyDocuments());

    @Test
    void showsAnEmptyAccount() {
        RegistryView view = views.openAfter(SCOPE, null);

        assertThat(view.scope()).isEqualTo(SCOPE);
        assertThat(view.deviceCertificates()).isEmpty();
        assertThat(view.caCertificates()).isEmpty();
        assertThat(view.policies()).isEmpty();
        assertThat(view.logging()).isEqualTo(LoggingOptions.UNSET);
        assertThat(view.revocationLists().of("a".repeat(64))).isNull();
        assertThat(view.roleAliases()).isEmpty();
        assertThat(view.connections().previousRun()).isNull();
    }

    @Test
    void showsRoleAliasesAndWhatWasImportedOfRoles() {
        var alias = new RoleAlias(SCOPE, new RoleAliasName("fleet"), "role", 900, Instant.EPOCH, Instant.EPOCH);
        change(tx -> sources.roleAliases().put(tx, alias));

        RegistryView view = views.openAfter(SCOPE, Instant.EPOCH);

        assertThat(view.roleAliases()).containsExactly(alias);
        assertThat(view.importedRoles()).isSameAs(IMPORTED).isSameAs(view.importedRoles());
        assertThat(view.connections().previousRun()).isEqualTo(Instant.EPOCH);
        assertThat(views.openAfter(OTHER, null).roleAliases()).isEmpty();
        var changed = new ChangedResource(ResourceType.ROLE_ALIAS, alias.arn().toString());
        assertThat(views.open(SCOPE, changed).roleAliases()).containsExactly(alias);
        assertThat(views.open(SCOPE, new ChangedResource(ResourceType.ROLE_ALIAS, "another"))
                        .roleAliases())
                .isEmpty();
    }

    @Test
    void namesTheSubjectOfACaCertificate() {
        CaCertificate ca = aCertificate(SCOPE, "a").buildCa(CaStatus.ACTIVE);
        change(tx -> sources.authorities().put(tx, ca));

        assertThat(views.openAfter(SCOPE, null).caSubject(ca.id().value()))
                .isEqualTo(ca.x509().subject().text());
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, true",
        "PENDING_TRANSFER, true",
        "INACTIVE, false",
        "REVOKED, false",
        "REGISTER_INACTIVE, false",
        "PENDING_ACTIVATION, false"
    })
    void putsCertificatesInScopeByTheirStatus(CertificateStatus status, boolean isInUse) {
        change(tx -> sources.certificates()
                .put(tx, aCertificate(SCOPE, "d").in(status).build()));

        assertThat(views.openAfter(SCOPE, null).deviceCertificates())
                .singleElement()
                .extracting(CertificateFacts::isInUse)
                .isEqualTo(isInUse);
    }

    @Test
    void reducesADeviceCertificateToFacts() {
        CaCertificate ca = aCertificate(SCOPE, "a").buildCa(CaStatus.ACTIVE);
        var certificate = aCertificate(SCOPE, "d").issuedBy(ca.id()).build();
        change(tx -> {
            sources.certificates().put(tx, certificate);
            sources.certificates().put(tx, aCertificate(OTHER, "e").build());
        });

        assertThat(views.openAfter(SCOPE, null).deviceCertificates())
                .containsExactly(new CertificateFacts(
                        certificate.id().value(),
                        true,
                        certificate.createdAt(),
                        certificate.x509().validity().notAfter(),
                        certificate.x509().serialNumber(),
                        ca.id().value(),
                        certificate.x509().key()));
    }

    @Test
    void showsOneResourceAsIfThereWereNoOther() {
        CaCertificate ca = aCertificate(SCOPE, "a").buildCa(CaStatus.ACTIVE);
        CaCertificate otherCa = aCertificate(SCOPE, "b").buildCa(CaStatus.ACTIVE);
        var certificate = aCertificate(SCOPE, "d").issuedBy(ca.id()).build();
        change(tx -> {
            sources.certificates().put(tx, certificate);
            sources.certificates().put(tx, aCertificate(SCOPE, "e").build());
            sources.authorities().put(tx, ca);
            sources.authorities().put(tx, otherCa);
            policy(tx, "Open");
            policy(tx, "Other");
        });

        RegistryView device = views.open(
                SCOPE,
                new ChangedResource(
                        ResourceType.DEVICE_CERTIFICATE, certificate.id().value()));
        assertThat(device.deviceCertificates())
                .extracting(CertificateFacts::id)
                .containsExactly(certificate.id().value());
        assertThat(device.caCertificates()).isEmpty();
        assertThat(device.policies()).isEmpty();
        assertThat(device.revocationLists().of(ca.id().value())).isEqualTo(LIST);

        RegistryView authority = views.open(
                SCOPE, new ChangedResource(ResourceType.CA_CERTIFICATE, ca.id().value()));
        assertThat(authority.caCertificates())
                .extracting(CertificateFacts::id)
                .containsExactly(ca.id().value());
        assertThat(authority.deviceCertificates()).isEmpty();

        RegistryView policy = views.open(SCOPE, new ChangedResource(ResourceType.IOT_POLICY, "Open"));
        assertThat(policy.policies())
                .extracting(NamedPolicy::name, NamedPolicy::versionId)
                .containsExactly(tuple("Open", "2"));
        assertThat(policy.logging()).isEqualTo(LoggingOptions.UNSET);
    }

    @Test
    void showsNothingOfAResourceThatIsGone() {
        for (ResourceType type : ResourceType.values()) {
            RegistryView view = views.open(SCOPE, new ChangedResource(type, "f".repeat(64)));
            assertThat(view.scope()).isEqualTo(SCOPE);
            assertThat(view.deviceCertificates()).isEmpty();
            assertThat(view.caCertificates()).isEmpty();
            assertThat(view.policies()).isEmpty();
        }
    }

    @Test
    void readsEveryPageOfAFleet() {
        change(tx -> {
            for (int i = 0; i < 2345; i++) {
                sources.certificates()
                        .put(tx, aCertificate(SCOPE, "%064x".formatted(i)).build());
            }
        });

        assertThat(views.openAfter(SCOPE, null)
                        .deviceCertificates()
                        .map(CertificateFacts::id)
                        .distinct())
                .hasSize(2345);
    }

    @Test
    void showsTheVersionInForceOfEveryPolicy() {
        change(tx -> policy(tx, "Open"));

        assertThat(views.openAfter(SCOPE, null).policies()).singleElement().satisfies(policy -> {
            assertThat(policy.name()).isEqualTo("Open");
            assertThat(policy.versionId()).isEqualTo("2");
            assertThat(policy.document().text()).isEqualTo(NOTHING_ALLOWED + "  ");
        });
    }

    @Test
    void findsTheIssuerOfACaCertificateAmongTheRegisteredOnes() {
        CaCertificate root = aCertificate(SCOPE, "a").subject("test ca").buildCa(CaStatus.ACTIVE);
        CaCertificate namesake = aCertificate(SCOPE, "b").subject("test ca").buildCa(CaStatus.ACTIVE);
        CaCertificate inactive = aCertificate(SCOPE, "c").subject("sub ca").buildCa(CaStatus.INACTIVE);
        change(tx -> List.of(namesake, root, inactive)
                .forEach(ca -> sources.authorities().put(tx, ca)));

        List<CertificateFacts> facts =
                views.openAfter(SCOPE, null).caCertificates().toList();

        assertThat(facts)
                .extracting(CertificateFacts::issuerId)
                .containsOnly(root.id().value());
        assertThat(facts)
                .filteredOn(CertificateFacts::isInUse)
                .extracting(CertificateFacts::id)
                .containsExactlyInAnyOrder(root.id().value(), namesake.id().value());
    }

    @Test
    void asksForTheListOfEachRegisteredIssuer() {
        CaCertificate root = aCertificate(SCOPE, "a").buildCa(CaStatus.INACTIVE);
        CaCertificate other = aCertificate(SCOPE, "b").buildCa(CaStatus.ACTIVE);
        change(tx -> List.of(root, other).forEach(ca -> sources.authorities().put(tx, ca)));

        RegistryView view = views.openAfter(SCOPE, null);

        assertThat(view.revocationLists().of(root.id().value())).isEqualTo(LIST);
        assertThat(view.revocationLists().of(other.id().value())).isNull();
    }

    @Test
    void staysAsItWasWhenFirstAskedFor() {
        RegistryView view = views.openAfter(SCOPE, null);
        assertThat(view.logging().isEnabled()).isFalse();
        assertThat(view.deviceCertificates()).isEmpty();

        change(tx -> {
            sources.certificates().put(tx, aCertificate(SCOPE, "d").build());
            sources.logging().put(tx, SCOPE, new LoggingOptions("role", LogLevel.INFO, false, List.of()));
        });

        assertThat(view.logging().isEnabled()).isFalse();
        assertThat(view.deviceCertificates()).isEmpty();
        assertThat(views.openAfter(SCOPE, null).logging().isEnabled()).isTrue();
    }

    /** A policy with three versions, of which the second is in force. */
    private void policy(Tx tx, String named) {
        var name = new PolicyName(named);
        sources.policies().put(tx, new Policy(SCOPE, name, 2, 3, Instant.EPOCH, Instant.EPOCH, "generation"));
        for (int number = 1; number <= 3; number++) {
            String padded = NOTHING_ALLOWED + " ".repeat(number);
            sources.policies().addVersion(tx, new PolicyVersion(SCOPE, name, number, padded, Instant.EPOCH));
        }
    }

    private void change(Consumer<Tx> work) {
        sources.transactions().change(Objects.requireNonNull(work));
    }
}
