// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.registry.X509Columns.CREATED_AT;
import static io.fleetward.store.registry.X509Columns.CUSTOMER_VERSION;
import static io.fleetward.store.registry.X509Columns.GENERATION_ID;
import static io.fleetward.store.registry.X509Columns.ID;
import static io.fleetward.store.registry.X509Columns.MODE;
import static io.fleetward.store.registry.X509Columns.MODIFIED_AT;
import static io.fleetward.store.registry.X509Columns.STATUS;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code certificate}. Thread-safe. */
public final class JdbcCertificates implements Certificates {
    private static final Table<Record> CERTIFICATE = table(name("certificate"));
    private static final Field<String> CA = text("ca");
    private static final List<Field<?>> COLUMNS = columns();

    @Override
    public @Nullable Certificate find(Tx tx, AccountRegion scope, CertificateId id) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CERTIFICATE)
                .where(Tenant.is(scope).and(ID.eq(id.value())))
                .fetchOne(JdbcCertificates::certificate);
    }

    @Override
    public List<Certificate> findEverywhere(Tx tx, CertificateId id) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CERTIFICATE)
                .where(ID.eq(id.value()))
                .orderBy(ACCOUNT, REGION)
                .fetch(JdbcCertificates::certificate);
    }

    @Override
    public void put(Tx tx, Certificate certificate) {
        Map<Field<?>, Object> row = Tenant.row(certificate.scope());
        X509Columns.fill(row, certificate.x509());
        row.put(ID, certificate.id().value());
        row.put(STATUS, certificate.status().name());
        row.put(MODE, certificate.mode().name());
        row.put(CREATED_AT, certificate.createdAt().toEpochMilli());
        row.put(MODIFIED_AT, certificate.lastModifiedAt().toEpochMilli());
        row.put(CUSTOMER_VERSION, certificate.customerVersion());
        row.put(GENERATION_ID, certificate.generationId());
        CaCertificateId issuer = certificate.issuer();
        SqlTx.dsl(tx)
                .insertInto(CERTIFICATE)
                .set(row)
                .set(CA, issuer == null ? null : issuer.value())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CertificateId id) {
        return SqlTx.dsl(tx)
                        .deleteFrom(CERTIFICATE)
                        .where(Tenant.is(scope).and(ID.eq(id.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<Certificate> list(Tx tx, AccountRegion scope, CertificateFilter filter, PageRequest page) {
        List<Certificate> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CERTIFICATE)
                .where(Tenant.is(scope))
                .and(
                        filter.issuer() == null
                                ? noCondition()
                                : CA.eq(filter.issuer().value()))
                .and(X509Columns.after(page.after(), filter.isAscending()))
                .orderBy(X509Columns.order(filter.isAscending()))
                .limit(page.limit() + 1)
                .fetch(JdbcCertificates::certificate);
        return Page.cut(
                read,
                page.limit(),
                row -> new CreationOrder(row.createdAt(), row.id().value()).key());
    }

    private static List<Field<?>> columns() {
        var columns = new ArrayList<>(X509Columns.ALL);
        columns.add(CA);
        return List.copyOf(columns);
    }

    private static Certificate certificate(Record row) {
        String ca = row.get(CA);
        return new Certificate(
                Tenant.of(row),
                new CertificateId(row.get(ID)),
                X509Columns.facts(row),
                ca == null ? null : new CaCertificateId(ca),
                CertificateStatus.valueOf(row.get(STATUS)),
                CertificateMode.valueOf(row.get(MODE)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)),
                row.get(CUSTOMER_VERSION),
                row.get(GENERATION_ID));
    }
}
