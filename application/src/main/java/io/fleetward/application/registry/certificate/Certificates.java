// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The device certificates of every account. Thread-safe. */
public interface Certificates {
    /** The certificate, or null. */
    @Nullable
    Certificate find(Tx tx, AccountRegion scope, CertificateId id);

    /** The certificate's registrations in all accounts and regions, by account and region. */
    List<Certificate> findEverywhere(Tx tx, CertificateId id);

    /** Inserts the certificate, or replaces the one with its id. */
    void put(Tx tx, Certificate certificate);

    /** Removes the certificate alone: not what refers to it. Answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, CertificateId id);

    /** Those that fit the filter, by creation time; the sort key is {@link CreationOrder#key}. */
    Page<Certificate> list(Tx tx, AccountRegion scope, CertificateFilter filter, PageRequest page);

    /** Which certificates a list shows and in which direction; no issuer means all. Immutable. */
    record CertificateFilter(@Nullable CaCertificateId issuer, boolean isAscending) {}
}
