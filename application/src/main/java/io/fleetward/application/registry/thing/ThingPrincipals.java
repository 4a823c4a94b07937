// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import org.jspecify.annotations.Nullable;

/** Which certificates are attached to which things. Thread-safe. */
public interface ThingPrincipals {
    /** The attachment of this certificate to this thing, or null. */
    @Nullable
    ThingPrincipal find(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate);

    /** The exclusive attachment of this certificate, or null. */
    @Nullable
    ThingPrincipal findExclusive(Tx tx, AccountRegion scope, CertificateId certificate);

    /** Inserts the attachment, or replaces its type. */
    void put(Tx tx, AccountRegion scope, ThingPrincipal principal);

    /** Removes the attachment; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, ThingName thing, CertificateId certificate);

    /** The attachments of the thing by certificate id; the sort key is the certificate id. */
    Page<ThingPrincipal> ofThing(Tx tx, AccountRegion scope, ThingName thing, AttachmentPage page);

    /** The attachments of the certificate by thing name; the sort key is the thing name. */
    Page<ThingPrincipal> ofCertificate(Tx tx, AccountRegion scope, CertificateId certificate, AttachmentPage page);

    /** As the other, of both types. */
    default Page<ThingPrincipal> ofThing(Tx tx, AccountRegion scope, ThingName thing, PageRequest page) {
        return ofThing(tx, scope, thing, AttachmentPage.all(page));
    }

    /** As the other, of both types. */
    default Page<ThingPrincipal> ofCertificate(
            Tx tx, AccountRegion scope, CertificateId certificate, PageRequest page) {
        return ofCertificate(tx, scope, certificate, AttachmentPage.all(page));
    }
}
