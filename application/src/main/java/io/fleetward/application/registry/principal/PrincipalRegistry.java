// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.principal;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.thing.AttachmentPage;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;

/**
 * Attaches certificates to things and detaches them (iot-core, things).
 *
 * <p>Thread-safe.
 */
public final class PrincipalRegistry {
    private static final PageRequest ONE = PageRequest.first(1);

    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final Certificates certificates;

    public PrincipalRegistry(RegistryRuntime runtime, ThingStores stores, Certificates certificates) {
        this.runtime = runtime;
        this.stores = stores;
        this.certificates = certificates;
    }

    /**
     * Attaches the certificate; again has no effect. An exclusive certificate has one thing only, and an attachment
     * never changes its type: detach first. Deviation: the latter, which AWS does not document.
     */
    public void attach(AccountRegion scope, ThingPrincipal wish) {
        runtime.transactions().change(tx -> {
            requireThing(tx, scope, wish.thing());
            requireCertificate(tx, scope, wish.certificate());
            ThingPrincipal existing = stores.principals().find(tx, scope, wish.thing(), wish.certificate());
            if (wish.equals(existing)) {
                return;
            }
            if (existing != null) {
                throw invalid("thingPrincipalType: the principal is already attached to thing " + wish.thing() + " as "
                        + existing.type() + "; detach it first");
            }
            requireExclusivity(tx, scope, wish);
            stores.principals().put(tx, scope, wish);
            announce(tx, scope, wish.thing(), wish.certificate());
        });
    }

    /** Detaches the certificate, which must be attached. */
    public void detach(AccountRegion scope, ThingName thing, CertificateId certificate) {
        runtime.transactions().change(tx -> {
            requireThing(tx, scope, thing);
            if (!stores.principals().remove(tx, scope, thing, certificate)) {
                throw notFound("Attachment to thing " + thing + " of principal", certificate.arn(scope));
            }
            announce(tx, scope, thing, certificate);
        });
    }

    /** The attachments of the thing, by certificate id. */
    public Page<ThingPrincipal> ofThing(AccountRegion scope, ThingName thing, AttachmentPage page) {
        return runtime.transactions().read(tx -> {
            requireThing(tx, scope, thing);
            return stores.principals().ofThing(tx, scope, thing, page);
        });
    }

    /** The attachments of the certificate, by thing name. */
    public Page<ThingPrincipal> ofCertificate(AccountRegion scope, CertificateId certificate, AttachmentPage page) {
        return runtime.transactions().read(tx -> {
            requireCertificate(tx, scope, certificate);
            return stores.principals().ofCertificate(tx, scope, certificate, page);
        });
    }

    private void requireExclusivity(Tx tx, AccountRegion scope, ThingPrincipal wish) {
        Page<ThingPrincipal> others = stores.principals().ofCertificate(tx, scope, wish.certificate(), ONE);
        if (others.items().isEmpty()) {
            return;
        }
        // An exclusive attachment is always alone, so any one of the others tells which kind they are.
        ThingPrincipal other = others.items().getFirst();
        if (other.isExclusive()) {
            throw invalid("principal: it is attached exclusively to thing " + other.thing());
        }
        if (wish.isExclusive()) {
            throw invalid("thingPrincipalType: the principal is attached to thing " + other.thing()
                    + ", so it cannot be exclusive to " + wish.thing());
        }
    }

    private void requireThing(Tx tx, AccountRegion scope, ThingName thing) {
        if (stores.things().find(tx, scope, thing) == null) {
            throw notFound("Thing", thing);
        }
    }

    private void requireCertificate(Tx tx, AccountRegion scope, CertificateId certificate) {
        if (certificates.find(tx, scope, certificate) == null) {
            throw notFound("Certificate", certificate);
        }
    }

    private void announce(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                scope, RegistryChange.Kind.THING_PRINCIPAL, thing.value(), certificate.value()));
    }
}
