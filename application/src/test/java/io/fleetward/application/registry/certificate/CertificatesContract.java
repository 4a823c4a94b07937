// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.PublicKeyFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Certificates} promises. */
public interface CertificatesContract extends OnRegistryStores {
    CaCertificateId SOME_CA = new CaCertificateId("c".repeat(64));

    @Test
    default void findsTheCertificateAsItWasStored() {
        Certificate plain = aCertificate(HERE, "1").build();
        Certificate special = aCertificate(HERE, "2")
                .issuedBy(SOME_CA)
                .in(CertificateStatus.PENDING_ACTIVATION)
                .mode(CertificateMode.SNI_ONLY)
                .key(PublicKeyFacts.other("EC", 256))
                .signedWith("SHA256withECDSA")
                .subject("Größe, \"é\"")
                .validUntil(Instant.parse("2049-12-31T23:59:59Z"))
                .build();
        put(plain, special);

        assertThat(certificate(HERE, plain.id())).isEqualTo(plain);
        assertThat(certificate(HERE, special.id())).isEqualTo(special);
        assertThat(certificate(OTHER_REGION, plain.id())).isNull();
    }

    @Test
    default void replacesTheCertificateOfTheSameId() {
        Certificate first = aCertificate(HERE, "1").build();
        Certificate revoked = first.withStatus(CertificateStatus.REVOKED, Instant.parse("2026-06-02T00:00:00.001Z"));
        put(first, revoked);

        assertThat(certificate(HERE, first.id())).isEqualTo(revoked);
    }

    @Test
    default void findsACertificateInAllItsAccountsAndRegions() {
        Certificate here = aCertificate(HERE, "1").build();
        Certificate there = aCertificate(OTHER_REGION, "1").build();
        Certificate elsewhere = aCertificate(OTHER_ACCOUNT, "1").build();
        put(elsewhere, there, here, aCertificate(HERE, "2").build());

        assertThat(everywhere(here.id())).containsExactly(here, there, elsewhere);
        assertThat(everywhere(new CertificateId("f".repeat(64)))).isEmpty();
    }

    @Test
    default void listsCertificatesByCreationInBothDirections() {
        Certificate old = aCertificate(HERE, "f").createdAt(at(1)).build();
        Certificate middle1 = aCertificate(HERE, "a").createdAt(at(2)).build();
        Certificate middle2 = aCertificate(HERE, "b").createdAt(at(2)).build();
        Certificate young = aCertificate(HERE, "0").createdAt(at(10)).build();
        put(middle2, young, old, middle1, aCertificate(OTHER_ACCOUNT, "9").build());

        assertThat(pages(new CertificateFilter(null, true))).containsExactly(old, middle1, middle2, young);
        assertThat(pages(new CertificateFilter(null, false))).containsExactly(young, middle2, middle1, old);
    }

    @Test
    default void goesOnAfterACertificateThatWasDeletedMeanwhile() {
        Certificate old = aCertificate(HERE, "f").createdAt(at(1)).build();
        Certificate young = aCertificate(HERE, "a").createdAt(at(2)).build();
        put(old, young);
        var filter = new CertificateFilter(null, false);
        String after = stores().read(tx -> stores().certificates().list(tx, HERE, filter, PageRequest.first(1)))
                .next();

        stores().change(tx -> stores().certificates().remove(tx, HERE, young.id()));

        assertThat(stores().read(tx -> stores().certificates().list(tx, HERE, filter, new PageRequest(1, after)))
                        .items())
                .containsExactly(old);
    }

    @Test
    default void listsTheCertificatesOfOneIssuer() {
        Certificate first =
                aCertificate(HERE, "1").issuedBy(SOME_CA).createdAt(at(1)).build();
        Certificate second =
                aCertificate(HERE, "2").issuedBy(SOME_CA).createdAt(at(2)).build();
        put(first, second, aCertificate(HERE, "3").build());

        assertThat(pages(new CertificateFilter(SOME_CA, true))).containsExactly(first, second);
        assertThat(pages(new CertificateFilter(new CaCertificateId("d".repeat(64)), true)))
                .isEmpty();
    }

    @Test
    default void removesTheCertificateOfThisTenantOnly() {
        Certificate here = aCertificate(HERE, "1").build();
        put(here, aCertificate(OTHER_ACCOUNT, "1").build());

        assertThat(stores().answer(tx -> stores().certificates().remove(tx, HERE, here.id())))
                .isTrue();
        assertThat(stores().answer(tx -> stores().certificates().remove(tx, HERE, here.id())))
                .isFalse();
        assertThat(everywhere(here.id())).extracting(Certificate::scope).containsExactly(OTHER_ACCOUNT);
    }

    private static Instant at(int second) {
        return Instant.parse("2026-06-01T00:00:00Z").plusSeconds(second);
    }

    private void put(Certificate... all) {
        stores().change(tx ->
                List.of(all).forEach(each -> stores().certificates().put(tx, each)));
    }

    private @Nullable Certificate certificate(AccountRegion scope, CertificateId id) {
        return stores().read(tx -> stores().certificates().find(tx, scope, id));
    }

    private List<Certificate> everywhere(CertificateId id) {
        return stores().read(tx -> stores().certificates().findEverywhere(tx, id));
    }

    /** Everything, read in pages of two. */
    private List<Certificate> pages(CertificateFilter filter) {
        var found = new ArrayList<Certificate>();
        Page<Certificate> page =
                stores().read(tx -> stores().certificates().list(tx, HERE, filter, PageRequest.first(2)));
        found.addAll(page.items());
        while (page.next() != null) {
            var following = new PageRequest(2, page.next());
            page = stores().read(tx -> stores().certificates().list(tx, HERE, filter, following));
            found.addAll(page.items());
        }
        return found;
    }
}
