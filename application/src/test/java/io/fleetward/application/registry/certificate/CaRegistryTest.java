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
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaRegistryTest {
    private static final String ROOT = FakePki.ca("root", "k1");

    private final RegistryUseCases registry = new RegistryUseCases();
    private final CaRegistry authorities = registry.authorities();

    @Test
    void keepsTheRegistrationCodeUntilItIsDeleted() {
        String code = authorities.registrationCode(HERE);

        assertThat(code).matches("[0-9a-f]{64}").isEqualTo(authorities.registrationCode(HERE));
        assertThat(authorities.registrationCode(OTHER_ACCOUNT)).isNotEqualTo(code);

        authorities.deleteRegistrationCode(HERE);

        assertThat(authorities.registrationCode(HERE)).isNotEqualTo(code);
        refused(IotError.RESOURCE_NOT_FOUND, () -> authorities.deleteRegistrationCode(OTHER_REGION));
    }

    @Test
    void registersACaWhoseKeyTheAccountHolds() {
        CaCertificate ca = registerProven(HERE);

        assertThat(ca.mode()).isEqualTo(CertificateMode.DEFAULT);
        assertThat(ca.status()).isEqualTo(CaStatus.INACTIVE);
        assertThat(ca.arn().toString()).isEqualTo("arn:aws:iot:eu-west-1:111122223333:cacert/" + ca.id());
        assertThat(authorities.describe(HERE, ca.id())).isEqualTo(ca);
        assertThat(authorities.list(HERE, true, PageRequest.first(5)).items()).containsExactly(ca);
        assertThat(registry.tags()
                        .list(HERE, ca.arn().toString(), PageRequest.first(5))
                        .items())
                .containsExactly(Map.entry("team", "water"));
    }

    @Test
    void refusesAProofForAnotherCode() {
        String code = authorities.registrationCode(OTHER_ACCOUNT);

        refused(
                IotError.REGISTRATION_CODE_VALIDATION,
                () -> register(HERE, ROOT, FakePki.device(code, "root", "k1"), CertificateMode.DEFAULT));
        authorities.registrationCode(HERE);
        refused(
                IotError.REGISTRATION_CODE_VALIDATION,
                () -> register(HERE, ROOT, FakePki.device(code, "root", "k1"), CertificateMode.DEFAULT));
    }

    @Test
    void refusesAProofSignedByAnotherKey() {
        String code = authorities.registrationCode(HERE);

        refused(
                IotError.CERTIFICATE_VALIDATION,
                () -> register(HERE, ROOT, FakePki.device(code, "root", "k2"), CertificateMode.DEFAULT));
        refused(IotError.CERTIFICATE_VALIDATION, () -> register(HERE, ROOT, "garbage", CertificateMode.DEFAULT));
    }

    @Test
    void wantsTheProofInOneModeOnly() {
        String code = authorities.registrationCode(HERE);
        String proof = FakePki.device(code, "root", "k1");

        refused(IotError.INVALID_REQUEST, () -> register(HERE, ROOT, null, CertificateMode.DEFAULT));
        refused(IotError.INVALID_REQUEST, () -> register(HERE, ROOT, proof, CertificateMode.SNI_ONLY));
        assertThat(register(HERE, ROOT, null, CertificateMode.SNI_ONLY).mode()).isEqualTo(CertificateMode.SNI_ONLY);
    }

    @Test
    void refusesACertificateThatIsNoAuthority() {
        refused(
                IotError.CERTIFICATE_VALIDATION,
                () -> register(HERE, FakePki.device("x", "root", "k1"), null, CertificateMode.SNI_ONLY));
        refused(IotError.CERTIFICATE_VALIDATION, () -> register(HERE, "garbage", null, CertificateMode.SNI_ONLY));
    }

    @Test
    void givesACaInDefaultModeToOneAccountPerRegion() {
        registerProven(HERE);

        var again = refused(IotError.RESOURCE_ALREADY_EXISTS, () -> registerProven(HERE));
        var other = refused(IotError.RESOURCE_ALREADY_EXISTS, () -> registerProven(OTHER_ACCOUNT));

        assertThat(again.members()).containsKeys("resourceId", "resourceArn");
        assertThat(other.members()).isEmpty();
        assertThat(registerProven(OTHER_REGION)).isNotNull();
        assertThat(register(OTHER_ACCOUNT, ROOT, null, CertificateMode.SNI_ONLY))
                .isNotNull();
    }

    @Test
    void allowsTenCasOfOneSubject() {
        IntStream.range(0, 10)
                .forEach(number -> register(HERE, FakePki.ca("root", "k" + number), null, CertificateMode.SNI_ONLY));

        refused(
                IotError.LIMIT_EXCEEDED,
                () -> register(HERE, FakePki.ca("root", "one more"), null, CertificateMode.SNI_ONLY));
        register(HERE, FakePki.ca("other", "one more"), null, CertificateMode.SNI_ONLY);
    }

    @Test
    void changesStatus() {
        CaCertificate ca = registerProven(HERE);

        authorities.updateStatus(HERE, ca.id(), CaStatus.ACTIVE);
        authorities.updateStatus(HERE, ca.id(), CaStatus.ACTIVE);

        CaCertificate changed = authorities.describe(HERE, ca.id());
        assertThat(changed.isActive()).isTrue();
        assertThat(changed.customerVersion()).isEqualTo(2);
    }

    @Test
    void deletesOnlyInactiveCasAndLeavesTheirDevices() {
        CaCertificate ca = register(HERE, ROOT, null, CertificateMode.SNI_ONLY);
        authorities.updateStatus(HERE, ca.id(), CaStatus.ACTIVE);
        Certificate device = registry.registration()
                .register(
                        HERE,
                        new RegisterCertificate(FakePki.device("pump", "root", "k1"), null, CertificateStatus.ACTIVE));
        refused(IotError.CERTIFICATE_STATE, () -> authorities.delete(HERE, ca.id()));

        authorities.updateStatus(HERE, ca.id(), CaStatus.INACTIVE);
        authorities.delete(HERE, ca.id());

        refused(IotError.RESOURCE_NOT_FOUND, () -> authorities.describe(HERE, ca.id()));
        assertThat(registry.certificates().describe(HERE, device.id())).isEqualTo(device);
    }

    private CaCertificate registerProven(AccountRegion scope) {
        String code = authorities.registrationCode(scope);
        return register(scope, ROOT, FakePki.device(code, "root", "k1"), CertificateMode.DEFAULT);
    }

    private CaCertificate register(AccountRegion scope, String pem, @Nullable String proof, CertificateMode mode) {
        return authorities.register(scope, new RegisterCa(pem, proof, mode, false, Map.of("team", "water")));
    }
}
