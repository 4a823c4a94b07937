// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.DistinguishedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CA certificates that accounts registered. Thread-safe. */
public interface CaCertificates {
    /** The CA certificate, or null. */
    @Nullable
    CaCertificate find(Tx tx, AccountRegion scope, CaCertificateId id);

    /** The CA certificate's registrations in all accounts and regions, by account and region. */
    List<CaCertificate> findEverywhere(Tx tx, CaCertificateId id);

    /** The account's CA certificates with this subject, by creation time. */
    List<CaCertificate> findBySubject(Tx tx, AccountRegion scope, DistinguishedName subject);

    /** Inserts the CA certificate, or replaces the one with its id. */
    void put(Tx tx, CaCertificate certificate);

    /** Removes the CA certificate; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, CaCertificateId id);

    /** All by creation time; the sort key is {@link CreationOrder#key}. */
    Page<CaCertificate> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page);
}
