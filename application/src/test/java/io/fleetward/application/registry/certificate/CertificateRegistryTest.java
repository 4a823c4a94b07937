// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_ACCOUNT;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.application.registry.thing.CreateThing;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateRegistryTest {
    private final RegistryUseCases registry = new RegistryUseCases();
    private final CertificateRegistry certificates = registry.certificates();

    @Test
    void registersWhatItIssues() {
        var created = registry.issuing().createWithKeys(HERE, true);

        Certificate certificate = created.certificate();
        assertThat(created.issued().privateKeyPem()).isNotEmpty();
        assertThat(certificate.status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(certificate.mode()).isEqualTo(CertificateMode.DEFAULT);
        assertThat(certificate.customerVersion()).isEqualTo(1);
        assertThat(certificate.issuer()).isNull();
        assertThat(certificates.describe(HERE, certificate.id())).isEqualTo(certificate);
        assertThat(registry.changes())
                .containsExactly(new RegistryChange(
                        HERE, Kind.CERTIFICATE, certificate.id().value()));
    }

    @Test
    void issuesForASigningRequest() {
        Certificate certificate = registry.issuing().createFromRequest(HERE, FakePki.request("pump"), false);

        assertThat(certificate.status()).isEqualTo(CertificateStatus.INACTIVE);
        assertThat(certificate.x509().subject().text()).isEqualTo("CN=pump");
        assertThat(refused(
                        IotError.INVALID_REQUEST, () -> registry.issuing().createFromRequest(HERE, "garbage", false)))
                .hasMessageContaining("certificateSigningRequest");
    }

    @Test
    void changesStatusAndCountsTheChanges() {
        Certificate certificate = issue(false);
        registry.clock().advance(Duration.ofSeconds(5));

        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.ACTIVE);
        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.ACTIVE);

        Certificate changed = certificates.describe(HERE, certificate.id());
        assertThat(changed.status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(changed.customerVersion()).isEqualTo(2);
        assertThat(changed.lastModifiedAt()).isEqualTo(registry.clock().instant());
        assertThat(changed.createdAt()).isEqualTo(certificate.createdAt());
        assertThat(registry.changes()).hasSize(2);
    }

    @Test
    void keepsARevokedCertificateRevoked() {
        Certificate certificate = issue(true);
        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.REVOKED);

        refused(
                IotError.CERTIFICATE_STATE,
                () -> certificates.updateStatus(HERE, certificate.id(), CertificateStatus.ACTIVE));
        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_TRANSFER", "PENDING_ACTIVATION"})
    void leavesPendingStatusesToTheService(CertificateStatus pending) {
        Certificate certificate = issue(true);

        refused(IotError.INVALID_REQUEST, () -> certificates.updateStatus(HERE, certificate.id(), pending));
    }

    @Test
    void takesTheOldNameOfInactive() {
        Certificate certificate = issue(true);

        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.REGISTER_INACTIVE);

        assertThat(certificates.describe(HERE, certificate.id()).status()).isEqualTo(CertificateStatus.INACTIVE);
    }

    @Test
    void deletesOnlyInactiveCertificates() {
        Certificate certificate = issue(true);

        assertThat(refused(IotError.CERTIFICATE_STATE, () -> certificates.delete(HERE, certificate.id(), true)))
                .hasMessage("Certificate must be deactivated (not ACTIVE) before deletion.");

        certificates.updateStatus(HERE, certificate.id(), CertificateStatus.INACTIVE);
        certificates.delete(HERE, certificate.id(), false);

        refused(IotError.RESOURCE_NOT_FOUND, () -> certificates.describe(HERE, certificate.id()));
        refused(IotError.RESOURCE_NOT_FOUND, () -> certificates.delete(HERE, certificate.id(), false));
    }

    @Test
    void neverDeletesACertificateThatThingsUse() {
        Certificate certificate = issue(false);
        var pump = new ThingName("pump");
        registry.things().create(HERE, new CreateThing(pump, null, Attributes.NONE));
        registry.principals()
                .attach(HERE, new ThingPrincipal(pump, certificate.id(), AttachmentType.NON_EXCLUSIVE_THING));

        assertThat(refused(IotError.DELETE_CONFLICT, () -> certificates.delete(HERE, certificate.id(), true)))
                .hasMessageStartingWith("Things must be detached before deletion");
    }

    @Test
    void deletesACertificateWithPoliciesByForceOnly() {
        Certificate certificate = issue(false);
        registry.stores().change(tx -> registry.policies().attach(tx, HERE, certificate.arn(), 1));

        assertThat(refused(IotError.DELETE_CONFLICT, () -> certificates.delete(HERE, certificate.id(), false)))
                .hasMessage("Certificate policies must be detached before deletion (arn: " + certificate.arn() + ")");

        certificates.delete(HERE, certificate.id(), true);

        int left = registry.stores().read(tx -> registry.policies().count(tx, HERE, certificate.arn()));
        assertThat(left).isZero();
    }

    @Test
    void keepsTenantsApart() {
        Certificate certificate = issue(false);

        refused(IotError.RESOURCE_NOT_FOUND, () -> certificates.describe(OTHER_ACCOUNT, certificate.id()));
        refused(
                IotError.RESOURCE_NOT_FOUND,
                () -> certificates.updateStatus(OTHER_ACCOUNT, certificate.id(), CertificateStatus.ACTIVE));
        assertThat(certificates
                        .list(OTHER_ACCOUNT, new CertificateFilter(null, true), PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThat(certificates
                        .list(HERE, new CertificateFilter(null, true), PageRequest.first(5))
                        .items())
                .containsExactly(certificate);
    }

    private Certificate issue(boolean isActive) {
        return registry.issuing().createWithKeys(HERE, isActive).certificate();
    }
}
