// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import static io.fleetward.mitigation.Subjects.CERTIFICATE;
import static io.fleetward.mitigation.Subjects.OTHER_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.mitigation.Subjects;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CertificateId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTest {
    @Test
    void isAboutTheCertificateOfTheFinding() {
        assertThat(Subjects.onCertificate().certificates()).containsExactly(new CertificateId(CERTIFICATE));
    }

    @Test
    void isAboutEveryDeviceCertificateThatAnIssuerHasIssued() {
        Subject subject = Subjects.on(
                new ResourceIdentifier.IssuerCertificate("CN=ca", "ef".repeat(32), "01"),
                new ResourceIdentifier.DeviceCertificate(CERTIFICATE),
                new ResourceIdentifier.CaCertificate("ef".repeat(32)),
                new ResourceIdentifier.DeviceCertificate(OTHER_CERTIFICATE));

        assertThat(subject.certificates())
                .containsExactly(new CertificateId(CERTIFICATE), new CertificateId(OTHER_CERTIFICATE));
    }

    @Test
    void isAboutTheAuthorityAndThePolicyOfTheFinding() {
        Subject authority = Subjects.on(new ResourceIdentifier.CaCertificate(CERTIFICATE));

        assertThat(authority.caCertificate()).isEqualTo(new CaCertificateId(CERTIFICATE));
        assertThat(Subjects.onPolicy().policy()).isEqualTo("AllOpen");
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DEVICE_CERTIFICATE", "ISSUER_CERTIFICATE"})
    void isAboutNoCertificateUnlessTheResourceIsOneOrHasIssuedIt(ResourceType type) {
        Subject subject = Subjects.on(Subjects.aResource(type));

        assertThatThrownBy(subject::certificates).hasMessageContaining("device certificate");
    }

    @Test
    void refusesToNameWhatItIsNotAbout() {
        Subject policy = Subjects.onPolicy();
        Subject violation = Subjects.onViolation();

        assertThatThrownBy(policy::certificates).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(policy::caCertificate).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(Subjects.onCertificate()::policy).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(violation::finding).hasMessageContaining("finding");
        assertThatThrownBy(violation::certificates).hasMessageContaining("certificate");
        assertThatThrownBy(violation::policy).isInstanceOf(IllegalStateException.class);
    }
}
