// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.audit.custom.Inventory;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.role.RoleAlias;
import java.util.stream.Stream;

/**
 * One account's configuration in one region as it stood when an audit began.
 *
 * <p>Never changes: every call answers the same resources in the same order. Holds facts, not documents, so that a
 * fleet of hundreds of thousands of certificates fits in memory. Every stream starts afresh and is used once.
 */
public interface RegistryView {
    /** Whose configuration this is. */
    AccountRegion scope();

    /** All device certificates, whatever their status. */
    Stream<CertificateFacts> deviceCertificates();

    /** All registered CA certificates, whatever their status. */
    Stream<CertificateFacts> caCertificates();

    /** The name of the subject of a registered CA certificate, in the form of RFC 2253. */
    String caSubject(String certificateId);

    /** The default version of every policy, attached or not. */
    Stream<NamedPolicy> policies();

    /** What the account logs. */
    LoggingOptions logging();

    /** The revocation lists of the issuers of the certificates in this view. */
    RevocationLists revocationLists();

    /** All role aliases. */
    Stream<RoleAlias> roleAliases();

    /** The IAM roles and identity pools that were imported; asking throws when the import cannot be read. */
    ImportedRoles importedRoles();

    /** What the account's own checks judge. */
    Inventory inventory();

    /** Who was connected to the broker; unlike the rest it goes on growing, beyond the spans that audits ask for. */
    ConnectionHistory connections();
}
