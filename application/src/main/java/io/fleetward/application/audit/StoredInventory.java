// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.application.registry.thing.ThingFilter;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.custom.Inventory;
import io.fleetward.audit.custom.Neighbours;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.account.LoggingOptions;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The stored resources, read a page at a time as they are judged. Confined to one thread. */
record StoredInventory(AccountRegion scope, RegistrySources sources, PolicyDocuments documents, Neighbours neighbours)
        implements Inventory {
    private static final int PAGE = 1000;

    @Override
    public Stream<? extends Profile> of(SubjectType type) {
        return switch (type) {
            case THING ->
                all((tx, page) -> sources.things().things().list(tx, scope, ThingFilter.ALL, page))
                        .map(thing -> new Profile.OfThing(thing, neighbours));
            case DEVICE_CERTIFICATE ->
                all((tx, page) -> sources.certificates().list(tx, scope, new CertificateFilter(null, true), page))
                        .map(certificate -> new Profile.OfCertificate(certificate, neighbours));
            case CA_CERTIFICATE ->
                all((tx, page) -> sources.authorities().list(tx, scope, true, page))
                        .map(Profile.OfAuthority::new);
            case IOT_POLICY ->
                all((tx, page) -> sources.policies().listInForce(tx, scope, page))
                        .map(version -> new Profile.OfPolicy(scope, documents.read(version), neighbours));
            case ACCOUNT_SETTINGS -> Stream.of(new Profile.OfAccount(scope, logging()));
        };
    }

    LoggingOptions logging() {
        LoggingOptions stored =
                sources.transactions().read(tx -> sources.logging().find(tx, scope));
        return stored == null ? LoggingOptions.UNSET : stored;
    }

    private <T> Stream<T> all(BiFunction<Tx, PageRequest, Page<T>> list) {
        return Pages.all(PAGE, page -> sources.transactions().read(tx -> list.apply(tx, page)));
    }
}
