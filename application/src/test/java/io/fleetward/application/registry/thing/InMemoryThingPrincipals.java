// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Attachments of certificates to things in memory. */
public final class InMemoryThingPrincipals implements ThingPrincipals {
    private record Row(AccountRegion scope, ThingPrincipal principal) {}

    private final InMemoryTable<ScopedKey, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable ThingPrincipal find(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate) {
        Row row = rows.get(tx, ScopedKey.of(scope, thing, certificate));
        return row == null ? null : row.principal();
    }

    @Override
    public @Nullable ThingPrincipal findExclusive(Tx tx, AccountRegion scope, CertificateId certificate) {
        return all(tx, scope, principal -> principal.certificate().equals(certificate) && principal.isExclusive())
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ThingPrincipal principal) {
        var key = ScopedKey.of(scope, principal.thing(), principal.certificate());
        rows.put(tx, key, new Row(scope, principal));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate) {
        return rows.remove(tx, ScopedKey.of(scope, thing, certificate));
    }

    @Override
    public Page<ThingPrincipal> ofThing(Tx tx, AccountRegion scope, ThingName thing, AttachmentPage page) {
        List<ThingPrincipal> found =
                all(tx, scope, row -> row.thing().equals(thing) && (page.type() == null || page.type() == row.type()));
        return InMemoryPages.byKey(found, row -> row.certificate().value(), page.page());
    }

    @Override
    public Page<ThingPrincipal> ofCertificate(
            Tx tx, AccountRegion scope, CertificateId certificate, AttachmentPage page) {
        List<ThingPrincipal> found = all(
                tx,
                scope,
                row -> row.certificate().equals(certificate) && (page.type() == null || page.type() == row.type()));
        return InMemoryPages.byKey(found, row -> row.thing().value(), page.page());
    }

    private List<ThingPrincipal> all(Tx tx, AccountRegion scope, Predicate<ThingPrincipal> fits) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::principal)
                .filter(fits)
                .toList();
    }
}
