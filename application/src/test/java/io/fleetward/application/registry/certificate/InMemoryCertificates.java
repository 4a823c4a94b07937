// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Device certificates in memory. */
public final class InMemoryCertificates implements Certificates {
    private final InMemoryTable<ScopedKey, Certificate> rows = new InMemoryTable<>();

    @Override
    public @Nullable Certificate find(Tx tx, AccountRegion scope, CertificateId id) {
        return rows.get(tx, ScopedKey.of(scope, id));
    }

    @Override
    public List<Certificate> findEverywhere(Tx tx, CertificateId id) {
        return rows.all(tx).stream().filter(row -> row.id().equals(id)).toList();
    }

    @Override
    public void put(Tx tx, Certificate certificate) {
        rows.put(tx, ScopedKey.of(certificate.scope(), certificate.id()), certificate);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CertificateId id) {
        return rows.remove(tx, ScopedKey.of(scope, id));
    }

    @Override
    public Page<Certificate> list(Tx tx, AccountRegion scope, CertificateFilter filter, PageRequest page) {
        List<Certificate> fitting = rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .filter(row -> filter.issuer() == null || filter.issuer().equals(row.issuer()))
                .toList();
        return CreationOrder.page(
                fitting, row -> new CreationOrder(row.createdAt(), row.id().value()), filter.isAscending(), page);
    }
}
