// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;

/**
 * A certificate authority that an account registered: it vouches for device certificates.
 *
 * <p>Immutable; every change makes a record with the next customer version.
 *
 * @param customerVersion 1 at creation
 */
public record CaCertificate(
        AccountRegion scope,
        CaCertificateId id,
        X509Facts x509,
        CaStatus status,
        CertificateMode mode,
        Instant createdAt,
        Instant lastModifiedAt,
        int customerVersion,
        String generationId) {
    public Arn arn() {
        return id.arn(scope);
    }

    public boolean isActive() {
        return status == CaStatus.ACTIVE;
    }

    /** The CA after a change of status. */
    public CaCertificate withStatus(CaStatus newStatus, Instant at) {
        return new CaCertificate(scope, id, x509, newStatus, mode, createdAt, at, customerVersion + 1, generationId);
    }
}
