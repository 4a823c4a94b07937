// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;

/**
 * Shows device certificates, changes their status and deletes them (iot-core, device certificate status).
 *
 * <p>Thread-safe.
 */
public final class CertificateRegistry {
    private static final PageRequest ANY = PageRequest.first(1);

    private final RegistryRuntime runtime;
    private final CertificateStores stores;

    public CertificateRegistry(RegistryRuntime runtime, CertificateStores stores) {
        this.runtime = runtime;
        this.stores = stores;
    }

    /** The certificate, which must exist. */
    public Certificate describe(AccountRegion scope, CertificateId id) {
        return runtime.transactions().read(tx -> require(tx, scope, id));
    }

    /** The certificates that fit the filter, by creation time. */
    public Page<Certificate> list(AccountRegion scope, CertificateFilter filter, PageRequest page) {
        return runtime.transactions().read(tx -> stores.certificates().list(tx, scope, filter, page));
    }

    /**
     * Sets the status; the pending ones are set by the service alone.
     *
     * <p>Deviation: nothing leads out of REVOKED.
     */
    public void updateStatus(AccountRegion scope, CertificateId id, CertificateStatus wanted) {
        runtime.transactions().change(tx -> updateStatus(tx, scope, id, wanted));
    }

    /** As the other, within a transaction. */
    public void updateStatus(Tx tx, AccountRegion scope, CertificateId id, CertificateStatus wanted) {
        if (wanted.isPending()) {
            throw invalid("newStatus must not be " + wanted + ": only the service sets it");
        }
        CertificateStatus status = wanted == CertificateStatus.REGISTER_INACTIVE ? CertificateStatus.INACTIVE : wanted;
        Certificate certificate = require(tx, scope, id);
        if (certificate.status() == status) {
            return;
        }
        if (certificate.status() == CertificateStatus.REVOKED) {
            throw new ApiException(
                    IotError.CERTIFICATE_STATE, "A REVOKED certificate cannot become " + status + ": " + id);
        }
        stores.certificates()
                .put(tx, certificate.withStatus(status, runtime.clock().instant()));
        announce(tx, certificate);
    }

    /** Deletes a certificate that is not active and has no things; force detaches its policies. */
    public void delete(AccountRegion scope, CertificateId id, boolean isForced) {
        runtime.transactions().change(tx -> {
            Certificate certificate = require(tx, scope, id);
            if (certificate.status() == CertificateStatus.ACTIVE) {
                throw new ApiException(
                        IotError.CERTIFICATE_STATE, "Certificate must be deactivated (not ACTIVE) before deletion.");
            }
            if (!stores.principals().ofCertificate(tx, scope, id, ANY).items().isEmpty()) {
                throw deleteConflict("Things must be detached before deletion", certificate);
            }
            if (!isForced && stores.policies().count(tx, scope, certificate.arn()) > 0) {
                throw deleteConflict("Certificate policies must be detached before deletion", certificate);
            }
            stores.policies().detachAll(tx, scope, certificate.arn());
            stores.certificates().remove(tx, scope, id);
            announce(tx, certificate);
        });
    }

    private Certificate require(Tx tx, AccountRegion scope, CertificateId id) {
        Certificate certificate = stores.certificates().find(tx, scope, id);
        if (certificate == null) {
            throw notFound("Certificate", id);
        }
        return certificate;
    }

    private void announce(Tx tx, Certificate certificate) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                certificate.scope(),
                                RegistryChange.Kind.CERTIFICATE,
                                certificate.id().value()));
    }

    private static ApiException deleteConflict(String text, Certificate certificate) {
        return new ApiException(IotError.DELETE_CONFLICT, text + " (arn: " + certificate.arn() + ")");
    }
}
