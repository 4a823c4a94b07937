// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.ParsedCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Enters certificates into the registry, however they came to be.
 *
 * <p>Thread-safe. Deviation: a certificate that one account has in mode DEFAULT is refused to the others of its region.
 */
final class NewCertificates {
    private final RegistryRuntime runtime;
    private final Certificates certificates;

    NewCertificates(RegistryRuntime runtime, Certificates certificates) {
        this.runtime = runtime;
        this.certificates = certificates;
    }

    /** A certificate about to be registered. */
    record Entry(
            ParsedCertificate parsed,
            @Nullable CaCertificateId issuer,
            CertificateStatus status,
            CertificateMode mode) {}

    /** Registers the certificate unless it already is, here or, where that excludes it, in another account. */
    Certificate add(Tx tx, AccountRegion scope, Entry entry) {
        var id = new CertificateId(entry.parsed().fingerprint());
        requireUnregistered(tx, scope, id);
        Instant now = runtime.clock().instant();
        var certificate = new Certificate(
                scope,
                id,
                entry.parsed().facts(),
                entry.issuer(),
                entry.status(),
                entry.mode(),
                now,
                now,
                1,
                runtime.ids().uuid());
        certificates.put(tx, certificate);
        runtime.changes().announce(tx, new RegistryChange(scope, RegistryChange.Kind.CERTIFICATE, id.value()));
        return certificate;
    }

    private void requireUnregistered(Tx tx, AccountRegion scope, CertificateId id) {
        for (Certificate other : certificates.findEverywhere(tx, id)) {
            if (other.scope().equals(scope)) {
                throw RegistryRefusals.alreadyExists(
                        "The certificate is already provisioned or registered", id.value(), other.arn());
            }
            // Two accounts can share a certificate only if the server name a device asks for tells them apart.
            if (other.scope().region().equals(scope.region()) && other.mode() == CertificateMode.DEFAULT) {
                throw new ApiException(
                        IotError.RESOURCE_ALREADY_EXISTS,
                        "The certificate belongs to another account in this region: " + id);
            }
        }
    }
}
