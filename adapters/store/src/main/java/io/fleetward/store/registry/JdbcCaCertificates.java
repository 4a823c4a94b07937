// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.registry.X509Columns.CREATED_AT;
import static io.fleetward.store.registry.X509Columns.CUSTOMER_VERSION;
import static io.fleetward.store.registry.X509Columns.GENERATION_ID;
import static io.fleetward.store.registry.X509Columns.ID;
import static io.fleetward.store.registry.X509Columns.MODE;
import static io.fleetward.store.registry.X509Columns.MODIFIED_AT;
import static io.fleetward.store.registry.X509Columns.STATUS;
import static io.fleetward.store.registry.X509Columns.SUBJECT_KEY;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.certificate.CaCertificates;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.DistinguishedName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code ca_certificate}. Thread-safe. */
public final class JdbcCaCertificates implements CaCertificates {
    private static final Table<Record> CA_CERTIFICATE = table(name("ca_certificate"));

    @Override
    public @Nullable CaCertificate find(Tx tx, AccountRegion scope, CaCertificateId id) {
        return SqlTx.dsl(tx)
                .select(X509Columns.ALL)
                .from(CA_CERTIFICATE)
                .where(Tenant.is(scope).and(ID.eq(id.value())))
                .fetchOne(JdbcCaCertificates::certificate);
    }

    @Override
    public List<CaCertificate> findEverywhere(Tx tx, CaCertificateId id) {
        return SqlTx.dsl(tx)
                .select(X509Columns.ALL)
                .from(CA_CERTIFICATE)
                .where(ID.eq(id.value()))
                .orderBy(ACCOUNT, REGION)
                .fetch(JdbcCaCertificates::certificate);
    }

    @Override
    public List<CaCertificate> findBySubject(Tx tx, AccountRegion scope, DistinguishedName subject) {
        return SqlTx.dsl(tx)
                .select(X509Columns.ALL)
                .from(CA_CERTIFICATE)
                .where(Tenant.is(scope).and(SUBJECT_KEY.eq(subject.canonical())))
                .orderBy(X509Columns.order(true))
                .fetch(JdbcCaCertificates::certificate);
    }

    @Override
    public void put(Tx tx, CaCertificate certificate) {
        Map<Field<?>, Object> row = Tenant.row(certificate.scope());
        X509Columns.fill(row, certificate.x509());
        row.put(ID, certificate.id().value());
        row.put(STATUS, certificate.status().name());
        row.put(MODE, certificate.mode().name());
        row.put(CREATED_AT, certificate.createdAt().toEpochMilli());
        row.put(MODIFIED_AT, certificate.lastModifiedAt().toEpochMilli());
        row.put(CUSTOMER_VERSION, certificate.customerVersion());
        row.put(GENERATION_ID, certificate.generationId());
        SqlTx.dsl(tx)
                .insertInto(CA_CERTIFICATE)
                .set(row)
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CaCertificateId id) {
        return SqlTx.dsl(tx)
                        .deleteFrom(CA_CERTIFICATE)
                        .where(Tenant.is(scope).and(ID.eq(id.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<CaCertificate> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page) {
        List<CaCertificate> read = SqlTx.dsl(tx)
                .select(X509Columns.ALL)
                .from(CA_CERTIFICATE)
                .where(Tenant.is(scope))
                .and(X509Columns.after(page.after(), isAscending))
                .orderBy(X509Columns.order(isAscending))
                .limit(page.limit() + 1)
                .fetch(JdbcCaCertificates::certificate);
        return Page.cut(
                read,
                page.limit(),
                row -> new CreationOrder(row.createdAt(), row.id().value()).key());
    }

    private static CaCertificate certificate(Record row) {
        return new CaCertificate(
                Tenant.of(row),
                new CaCertificateId(row.get(ID)),
                X509Columns.facts(row),
                CaStatus.valueOf(row.get(STATUS)),
                CertificateMode.valueOf(row.get(MODE)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)),
                row.get(CUSTOMER_VERSION),
                row.get(GENERATION_ID));
    }
}
