// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.thing.AttachmentPage;
import io.fleetward.application.registry.thing.ThingPrincipals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code thing_principal}. Thread-safe. */
public final class JdbcThingPrincipals implements ThingPrincipals {
    private static final Table<Record> PRINCIPAL = table(name("thing_principal"));
    private static final Field<String> CERTIFICATE = text("certificate");
    private static final Field<String> THING = text("thing");
    private static final Field<String> TYPE = text("attachment_type");

    @Override
    public @Nullable ThingPrincipal find(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate) {
        return one(tx, scope, CERTIFICATE.eq(certificate.value()).and(THING.eq(thing.value())));
    }

    @Override
    public @Nullable ThingPrincipal findExclusive(Tx tx, AccountRegion scope, CertificateId certificate) {
        Condition isExclusive = TYPE.eq(AttachmentType.EXCLUSIVE_THING.name());
        return one(tx, scope, CERTIFICATE.eq(certificate.value()).and(isExclusive));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ThingPrincipal principal) {
        SqlTx.dsl(tx)
                .insertInto(PRINCIPAL, ACCOUNT, REGION, CERTIFICATE, THING, TYPE)
                .values(
                        scope.account().value(),
                        scope.region().value(),
                        principal.certificate().value(),
                        principal.thing().value(),
                        principal.type().name())
                .onConflict(ACCOUNT, REGION, CERTIFICATE, THING)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate) {
        return SqlTx.dsl(tx)
                        .deleteFrom(PRINCIPAL)
                        .where(Tenant.is(scope)
                                .and(CERTIFICATE.eq(certificate.value()))
                                .and(THING.eq(thing.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<ThingPrincipal> ofThing(Tx tx, AccountRegion scope, ThingName thing, AttachmentPage page) {
        List<ThingPrincipal> read = list(tx, Tenant.is(scope).and(THING.eq(thing.value())), CERTIFICATE, page);
        return Page.cut(read, page.page().limit(), row -> row.certificate().value());
    }

    @Override
    public Page<ThingPrincipal> ofCertificate(
            Tx tx, AccountRegion scope, CertificateId certificate, AttachmentPage page) {
        List<ThingPrincipal> read = list(tx, Tenant.is(scope).and(CERTIFICATE.eq(certificate.value())), THING, page);
        return Page.cut(read, page.page().limit(), row -> row.thing().value());
    }

    private static @Nullable ThingPrincipal one(Tx tx, AccountRegion scope, Condition condition) {
        return SqlTx.dsl(tx)
                .select(CERTIFICATE, THING, TYPE)
                .from(PRINCIPAL)
                .where(Tenant.is(scope).and(condition))
                .limit(1)
                .fetchOne(JdbcThingPrincipals::principal);
    }

    private static List<ThingPrincipal> list(Tx tx, Condition owner, Field<String> order, AttachmentPage wanted) {
        String after = wanted.page().after();
        return SqlTx.dsl(tx)
                .select(CERTIFICATE, THING, TYPE)
                .from(PRINCIPAL)
                .where(owner)
                .and(
                        wanted.type() == null
                                ? noCondition()
                                : TYPE.eq(wanted.type().name()))
                .and(after == null ? noCondition() : order.gt(after))
                .orderBy(order)
                .limit(wanted.page().limit() + 1)
                .fetch(JdbcThingPrincipals::principal);
    }

    private static ThingPrincipal principal(Record row) {
        return new ThingPrincipal(
                new ThingName(row.get(THING)),
                new CertificateId(row.get(CERTIFICATE)),
                AttachmentType.valueOf(row.get(TYPE)));
    }
}
