// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.DistinguishedName;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CA certificates in memory. */
public final class InMemoryCaCertificates implements CaCertificates {
    private static final Comparator<CaCertificate> ORDER =
            Comparator.comparing(CaCertificate::createdAt).thenComparing(CaCertificate::id);

    private final InMemoryTable<ScopedKey, CaCertificate> rows = new InMemoryTable<>();

    @Override
    public @Nullable CaCertificate find(Tx tx, AccountRegion scope, CaCertificateId id) {
        return rows.get(tx, ScopedKey.of(scope, id));
    }

    @Override
    public List<CaCertificate> findEverywhere(Tx tx, CaCertificateId id) {
        return rows.all(tx).stream().filter(row -> row.id().equals(id)).toList();
    }

    @Override
    public List<CaCertificate> findBySubject(Tx tx, AccountRegion scope, DistinguishedName subject) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope) && row.x509().subject().matches(subject))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public void put(Tx tx, CaCertificate certificate) {
        rows.put(tx, ScopedKey.of(certificate.scope(), certificate.id()), certificate);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CaCertificateId id) {
        return rows.remove(tx, ScopedKey.of(scope, id));
    }

    @Override
    public Page<CaCertificate> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page) {
        List<CaCertificate> own =
                rows.all(tx).stream().filter(row -> row.scope().equals(scope)).toList();
        return CreationOrder.page(
                own, row -> new CreationOrder(row.createdAt(), row.id().value()), isAscending, page);
    }
}
