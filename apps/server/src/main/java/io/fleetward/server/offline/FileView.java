// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.role.RoleAlias;
import java.util.List;
import java.util.stream.Stream;

/** An account that consists of what a file holds. Immutable. */
record FileView(
        AccountRegion scope,
        List<NamedPolicy> heldPolicies,
        List<CertificateFacts> heldDeviceCertificates,
        List<CertificateFacts> heldCaCertificates,
        LoggingOptions logging)
        implements RegistryView {

    static FileView ofPolicy(AccountRegion scope, NamedPolicy policy) {
        return new FileView(scope, List.of(policy), List.of(), List.of(), LoggingOptions.UNSET);
    }

    static FileView ofDeviceCertificate(AccountRegion scope, CertificateFacts certificate) {
        return new FileView(scope, List.of(), List.of(certificate), List.of(), LoggingOptions.UNSET);
    }

    static FileView ofCaCertificate(AccountRegion scope, CertificateFacts certificate) {
        return new FileView(scope, List.of(), List.of(), List.of(certificate), LoggingOptions.UNSET);
    }

    static FileView ofLogging(AccountRegion scope, LoggingOptions logging) {
        return new FileView(scope, List.of(), List.of(), List.of(), logging);
    }

    @Override
    public Stream<CertificateFacts> deviceCertificates() {
        return heldDeviceCertificates.stream();
    }

    @Override
    public Stream<CertificateFacts> caCertificates() {
        return heldCaCertificates.stream();
    }

    @Override
    public Stream<NamedPolicy> policies() {
        return heldPolicies.stream();
    }

    @Override
    public String caSubject(String certificateId) {
        throw new IllegalArgumentException("no file holds the issuer " + certificateId);
    }

    @Override
    public RevocationLists revocationLists() {
        return _ -> null;
    }

    @Override
    public Stream<RoleAlias> roleAliases() {
        return Stream.empty();
    }

    @Override
    public ImportedRoles importedRoles() {
        return ImportedRoles.NONE;
    }

    @Override
    public ConnectionHistory connections() {
        return new ConnectionHistory.Empty(null);
    }
}
