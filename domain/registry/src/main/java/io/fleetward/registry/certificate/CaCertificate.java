// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority that an account registered: it vouches for device certificates.
 *
 * <p>Immutable; every change makes a record with the next customer version.
 *
 * @param autoRegistration whether unknown device certificates it signed register themselves at their first connection
 * @param registration what happens at auto-registration, null when nothing is set
 * @param customerVersion 1 at creation
 */
public record CaCertificate(
        AccountRegion scope,
        CaCertificateId id,
        X509Facts x509,
        CaStatus status,
        CertificateMode mode,
        boolean autoRegistration,
        @Nullable RegistrationConfig registration,
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

    /** What an account wants to happen when a device certificate registers itself; kept as given. Immutable. */
    public record RegistrationConfig(
            @Nullable String templateBody,
            @Nullable String roleArn,
            @Nullable String templateName) {}
}
