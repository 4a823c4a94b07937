// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateBuilder;
import io.fleetward.registry.certificate.CertificateMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CaCertificates} promises. */
public interface CaCertificatesContract extends OnRegistryStores {
    private static CertificateBuilder aCa(String digits, String subject, int second) {
        return aCertificate(HERE, digits)
                .subject(subject)
                .createdAt(Instant.parse("2026-06-01T00:00:00Z").plusSeconds(second));
    }

    @Test
    default void findsTheCaAsItWasStored() {
        CaCertificate ca = aCa("1", "root", 0).mode(CertificateMode.SNI_ONLY).buildCa(CaStatus.INACTIVE);
        keep(ca);

        assertThat(stores().<@Nullable CaCertificate>read(tx -> authorities().find(tx, HERE, ca.id())))
                .isEqualTo(ca);
        assertThat(stores().<@Nullable CaCertificate>read(tx -> authorities().find(tx, OTHER_REGION, ca.id())))
                .isNull();
    }

    @Test
    default void replacesTheCaOfTheSameId() {
        CaCertificate ca = aCa("1", "root", 0).buildCa(CaStatus.INACTIVE);
        CaCertificate active = ca.withStatus(CaStatus.ACTIVE, Instant.parse("2026-06-03T00:00:00Z"));
        keep(ca, active);

        assertThat(stores().<@Nullable CaCertificate>read(tx -> authorities().find(tx, HERE, ca.id())))
                .isEqualTo(active);
    }

    @Test
    default void findsCasBySubjectInOrderOfCreation() {
        CaCertificate young = aCa("1", "root", 9).buildCa(CaStatus.ACTIVE);
        CaCertificate old = aCa("2", "root", 1).buildCa(CaStatus.INACTIVE);
        keep(young, old, aCa("3", "other", 0).buildCa(CaStatus.ACTIVE));
        keep(aCertificate(OTHER_ACCOUNT, "4").subject("root").buildCa(CaStatus.ACTIVE));

        List<CaCertificate> found =
                stores().read(tx -> authorities().findBySubject(tx, HERE, CertificateBuilder.name("root")));

        assertThat(found).containsExactly(old, young);
    }

    @Test
    default void findsACaInAllItsAccountsAndRegions() {
        CaCertificate here = aCa("1", "root", 0).buildCa(CaStatus.ACTIVE);
        CaCertificate elsewhere = aCertificate(OTHER_ACCOUNT, "1").buildCa(CaStatus.ACTIVE);
        keep(elsewhere, here);

        List<CaCertificate> found = stores().read(tx -> authorities().findEverywhere(tx, here.id()));

        assertThat(found).containsExactly(here, elsewhere);
    }

    @Test
    default void listsCasByCreationPageByPage() {
        CaCertificate first = aCa("9", "a", 1).buildCa(CaStatus.ACTIVE);
        CaCertificate second = aCa("1", "b", 2).buildCa(CaStatus.ACTIVE);
        keep(second, first);

        Page<CaCertificate> page = stores().read(tx -> authorities().list(tx, HERE, true, PageRequest.first(1)));
        Page<CaCertificate> rest =
                stores().read(tx -> authorities().list(tx, HERE, true, new PageRequest(1, page.next())));
        Page<CaCertificate> descending = stores().read(tx -> authorities().list(tx, HERE, false, PageRequest.first(5)));

        assertThat(page.items()).containsExactly(first);
        assertThat(rest.items()).containsExactly(second);
        assertThat(rest.next()).isNull();
        assertThat(descending.items()).containsExactly(second, first);
    }

    @Test
    default void removesTheCaOfThisTenantOnly() {
        CaCertificate ca = aCa("1", "root", 0).buildCa(CaStatus.INACTIVE);
        keep(ca, aCertificate(OTHER_ACCOUNT, "1").buildCa(CaStatus.ACTIVE));

        assertThat(stores().answer(tx -> authorities().remove(tx, HERE, ca.id())))
                .isTrue();
        assertThat(stores().answer(tx -> authorities().remove(tx, HERE, ca.id())))
                .isFalse();
        assertThat(stores().<@Nullable CaCertificate>read(tx -> authorities().find(tx, OTHER_ACCOUNT, ca.id())))
                .isNotNull();
    }

    private CaCertificates authorities() {
        return stores().authorities();
    }

    private void keep(CaCertificate... all) {
        stores().change(tx -> List.of(all).forEach(each -> authorities().put(tx, each)));
    }
}
