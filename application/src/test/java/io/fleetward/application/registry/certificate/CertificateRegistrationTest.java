// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_ACCOUNT;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateRegistrationTest {
    private static final String ROOT = FakePki.ca("root", "k1");
    private static final String DEVICE = FakePki.device("pump", "root", "k1");

    private final RegistryUseCases registry = new RegistryUseCases();
    private final CertificateRegistration registration = registry.registration();

    @Test
    void registersACertificateUnderItsCa() {
        CaCertificate ca = registerCa(HERE, ROOT);

        Certificate certificate = register(DEVICE, null);

        assertThat(certificate.issuer()).isEqualTo(ca.id());
        assertThat(certificate.mode()).isEqualTo(CertificateMode.SNI_ONLY);
        assertThat(certificate.status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(registry.certificates().describe(HERE, certificate.id())).isEqualTo(certificate);
    }

    @Test
    void refusesACertificateOfAnUnknownCa() {
        refused(IotError.CERTIFICATE_VALIDATION, () -> register(DEVICE, null));
        refused(IotError.CERTIFICATE_VALIDATION, () -> register(DEVICE, ROOT));
    }

    @Test
    void refusesACertificateThatTheCaDidNotSign() {
        registerCa(HERE, ROOT);

        refused(IotError.CERTIFICATE_VALIDATION, () -> register(FakePki.device("pump", "root", "stolen"), null));
    }

    @Test
    void refusesCertificatesOfAnInactiveCa() {
        CaCertificate ca = registerCa(HERE, ROOT);
        registry.authorities().updateStatus(HERE, ca.id(), CaStatus.INACTIVE);

        refused(IotError.CERTIFICATE_STATE, () -> register(DEVICE, null));
    }

    @Test
    void needsTheCaNamedWhenSeveralShareTheSubject() {
        registerCa(HERE, ROOT);
        String twin = FakePki.ca("root", "k2");
        registerCa(HERE, twin);

        refused(IotError.CERTIFICATE_CONFLICT, () -> register(DEVICE, null));
        refused(IotError.CERTIFICATE_VALIDATION, () -> register(DEVICE, twin));
        assertThat(register(DEVICE, ROOT).issuer()).isNotNull();
    }

    @Test
    void refusesACertificateThatIsAlreadyRegistered() {
        registerCa(HERE, ROOT);
        Certificate certificate = register(DEVICE, null);

        var refusal = refused(
                IotError.RESOURCE_ALREADY_EXISTS,
                () -> registration.registerWithoutCa(HERE, DEVICE, CertificateStatus.ACTIVE));

        assertThat(refusal.members())
                .containsEntry("resourceId", certificate.id().value())
                .containsEntry("resourceArn", certificate.arn().toString());
    }

    @Test
    void registersACertificateWithoutCaInSeveralAccounts() {
        Certificate here = registration.registerWithoutCa(HERE, DEVICE, CertificateStatus.INACTIVE);
        Certificate there = registration.registerWithoutCa(OTHER_ACCOUNT, DEVICE, CertificateStatus.ACTIVE);

        assertThat(here.mode()).isEqualTo(CertificateMode.SNI_ONLY);
        assertThat(here.issuer()).isNull();
        assertThat(here.id()).isEqualTo(there.id());
        assertThat(here.status()).isEqualTo(CertificateStatus.INACTIVE);
    }

    @Test
    void keepsACertificateOfOneAccountFromOthersOfTheRegion() {
        Certificate own = registry.issuing().createWithKeys(HERE, true).certificate();
        String pem = own.x509().pem();

        var refusal = refused(
                IotError.RESOURCE_ALREADY_EXISTS,
                () -> registration.registerWithoutCa(OTHER_ACCOUNT, pem, CertificateStatus.ACTIVE));

        assertThat(refusal.text()).doesNotContain(HERE.account().value());
        assertThat(refusal.members()).isEmpty();
        assertThat(registration.registerWithoutCa(OTHER_REGION, pem, CertificateStatus.ACTIVE))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_TRANSFER", "PENDING_ACTIVATION", "REGISTER_INACTIVE"})
    void refusesStatusesNoCertificateStartsWith(CertificateStatus status) {
        refused(IotError.INVALID_REQUEST, () -> registration.registerWithoutCa(HERE, DEVICE, status));
    }

    @Test
    void refusesWhatIsNoCertificate() {
        assertThat(refused(
                        IotError.CERTIFICATE_VALIDATION,
                        () -> registration.registerWithoutCa(HERE, "garbage", CertificateStatus.ACTIVE)))
                .hasMessageStartingWith("certificatePem: ");
        assertThat(refused(IotError.CERTIFICATE_VALIDATION, () -> register(DEVICE, "garbage")))
                .hasMessageStartingWith("caCertificatePem: ");
    }

    private CaCertificate registerCa(AccountRegion scope, String pem) {
        return registry.authorities()
                .register(scope, new RegisterCa(pem, null, CertificateMode.SNI_ONLY, true, Map.of()));
    }

    private Certificate register(String pem, @Nullable String caPem) {
        return registration.register(HERE, new RegisterCertificate(pem, caPem, CertificateStatus.ACTIVE));
    }
}
