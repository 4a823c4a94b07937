// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.kernel.AccountRegion;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final Instant MADE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void connectsOnlyWhenActive(CertificateStatus status) {
        Certificate certificate = aCertificate(HERE, "a").in(status).build();

        assertThat(certificate.mayConnect(MADE)).isEqualTo(status == CertificateStatus.ACTIVE);
    }

    @Test
    void connectsOnlyWhileValid() {
        Certificate certificate = aCertificate(HERE, "a").validUntil(END).build();

        assertThat(certificate.mayConnect(MADE.minusMillis(1))).isFalse();
        assertThat(certificate.mayConnect(MADE)).isTrue();
        assertThat(certificate.mayConnect(END)).isTrue();
        assertThat(certificate.mayConnect(END.plusMillis(1))).isFalse();
    }

    @Test
    void countsChangesOfStatus() {
        Certificate certificate = aCertificate(HERE, "a").build();

        Certificate revoked = certificate.withStatus(CertificateStatus.REVOKED, END);

        assertThat(revoked.customerVersion()).isEqualTo(2);
        assertThat(revoked.lastModifiedAt()).isEqualTo(END);
        assertThat(revoked.createdAt()).isEqualTo(MADE);
        assertThat(revoked.generationId()).isEqualTo(certificate.generationId());
        assertThat(revoked.arn().toString()).isEqualTo("arn:aws:iot:eu-west-1:111122223333:cert/" + "a".repeat(64));
    }

    @Test
    void leavesPendingStatusesToTheService() {
        assertThat(CertificateStatus.values())
                .filteredOn(CertificateStatus::isPending)
                .containsExactly(CertificateStatus.PENDING_TRANSFER, CertificateStatus.PENDING_ACTIVATION);
    }

    @Test
    void countsChangesOfACa() {
        CaCertificate ca = aCertificate(HERE, "c").buildCa(CaStatus.INACTIVE);

        CaCertificate active = ca.withStatus(CaStatus.ACTIVE, END);

        assertThat(ca.isActive()).isFalse();
        assertThat(active.isActive()).isTrue();
        assertThat(active.customerVersion()).isEqualTo(2);
        assertThat(active.arn().toString()).isEqualTo("arn:aws:iot:eu-west-1:111122223333:cacert/" + "c".repeat(64));
    }

    @Test
    void convertsIdsToArnsAndBack() {
        var id = new CertificateId("a".repeat(64));
        var ca = new CaCertificateId("c".repeat(64));

        assertThat(CertificateId.ofArn(HERE, id.arn(HERE).toString())).isEqualTo(id);
        assertThat(CaCertificateId.ofArn(HERE, ca.arn(HERE).toString())).isEqualTo(ca);
        assertThat(CertificateId.ofArn(HERE, ca.arn(HERE).toString())).isNull();
        assertThat(CaCertificateId.ofArn(HERE, id.arn(HERE).toString())).isNull();
        assertThat(CertificateId.ofArn(
                        AccountRegion.of("444455556666", "eu-west-1"),
                        id.arn(HERE).toString()))
                .isNull();
        assertThat(CertificateId.ofArn(HERE, "cert/" + id)).isNull();
        assertThat(CaCertificateId.ofArn(HERE, "cacert/" + ca)).isNull();
        assertThat(id).isLessThan(new CertificateId("b".repeat(64)));
        assertThat(ca).isLessThan(new CaCertificateId("d".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "g"})
    void refusesIdsOfAnotherForm(String text) {
        assertThatThrownBy(() -> new CertificateId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CaCertificateId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describesKeys() {
        BigInteger modulus = BigInteger.TWO.pow(2047).add(BigInteger.ONE);

        assertThat(PublicKeyFacts.rsa(modulus)).isEqualTo(new PublicKeyFacts("RSA", 2048, modulus));
        assertThat(PublicKeyFacts.other("EC", 256)).isEqualTo(new PublicKeyFacts("EC", 256, null));
    }

    @Test
    void comparesNamesByTheirCanonicalForm() {
        var one = new DistinguishedName("CN=Root", "cn=root");

        assertThat(one.matches(new DistinguishedName("CN=ROOT", "cn=root"))).isTrue();
        assertThat(one.matches(new DistinguishedName("CN=Root", "cn=other"))).isFalse();
    }
}
