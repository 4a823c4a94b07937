// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.custom.Inventory;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.role.RoleAlias;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account that consists of what a file holds. Immutable. */
record FileView(
        AccountRegion scope,
        List<NamedPolicy> heldPolicies,
        List<CertificateFacts> heldDeviceCertificates,
        List<CertificateFacts> heldCaCertificates,
        LoggingOptions logging,
        @Nullable Profile profile,
        RevocationLists revocationLists)
        implements RegistryView {

    static FileView ofPolicy(AccountRegion scope, NamedPolicy policy) {
        var profile = new Profile.OfPolicy(scope, policy, NoNeighbours.IN_FILES);
        return new FileView(scope, List.of(policy), List.of(), List.of(), LoggingOptions.UNSET, profile, _ -> null);
    }

    static FileView ofDeviceCertificate(CertificateFacts facts, Certificate certificate, RevocationLists lists) {
        var profile = new Profile.OfCertificate(certificate, NoNeighbours.IN_FILES);
        return new FileView(
                certificate.scope(), List.of(), List.of(facts), List.of(), LoggingOptions.UNSET, profile, lists);
    }

    static FileView ofCaCertificate(CertificateFacts facts, CaCertificate authority, RevocationLists lists) {
        var profile = new Profile.OfAuthority(authority);
        return new FileView(
                authority.scope(), List.of(), List.of(), List.of(facts), LoggingOptions.UNSET, profile, lists);
    }

    static FileView ofLogging(AccountRegion scope, LoggingOptions logging) {
        return new FileView(
                scope, List.of(), List.of(), List.of(), logging, new Profile.OfAccount(scope, logging), _ -> null);
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
    public Stream<RoleAlias> roleAliases() {
        return Stream.empty();
    }

    @Override
    public ImportedRoles importedRoles() {
        return ImportedRoles.NONE;
    }

    @Override
    public Inventory inventory() {
        return type ->
                Stream.ofNullable(profile).filter(held -> held.identifier().type() == type.resourceType());
    }

    @Override
    public ConnectionHistory connections() {
        return new ConnectionHistory.Empty(null);
    }
}
