// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device certificate registered in one account and region.
 *
 * <p>Immutable; every change makes a record with the next customer version.
 *
 * @param issuer the registered CA it was registered under, null for our own and for those registered without a CA
 * @param customerVersion 1 at creation
 * @param generationId a UUID that differs between two registrations of the same certificate
 */
public record Certificate(
        AccountRegion scope,
        CertificateId id,
        X509Facts x509,
        @Nullable CaCertificateId issuer,
        CertificateStatus status,
        CertificateMode mode,
        Instant createdAt,
        Instant lastModifiedAt,
        int customerVersion,
        String generationId) {
    public Arn arn() {
        return id.arn(scope);
    }

    /** Whether a device may connect with it at that time. */
    public boolean mayConnect(Instant now) {
        return status.allowsConnect() && x509.validity().contains(now);
    }

    /** The certificate after a change of status. */
    public Certificate withStatus(CertificateStatus newStatus, Instant at) {
        return new Certificate(
                scope, id, x509, issuer, newStatus, mode, createdAt, at, customerVersion + 1, generationId);
    }
}
