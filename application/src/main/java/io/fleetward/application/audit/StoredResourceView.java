// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.custom.Inventory;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.role.RoleAlias;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stored registry as if it held nothing but one resource and what that is judged by. Confined to one thread. */
record StoredResourceView(
        ChangedResource resource,
        StoredRegistryView all,
        RegistrySources sources,
        CertificateFactsReader facts,
        PolicyDocuments documents)
        implements RegistryView {
    @Override
    public AccountRegion scope() {
        return all.scope();
    }

    @Override
    public Stream<CertificateFacts> deviceCertificates() {
        if (resource.type() != ResourceType.DEVICE_CERTIFICATE) {
            return Stream.empty();
        }
        Certificate found = sources.transactions()
                .read(tx -> sources.certificates().find(tx, scope(), new CertificateId(resource.name())));
        return found == null ? Stream.empty() : Stream.of(facts.read(found));
    }

    @Override
    public Stream<CertificateFacts> caCertificates() {
        return resource.type() == ResourceType.CA_CERTIFICATE
                ? all.caCertificates().filter(authority -> authority.id().equals(resource.name()))
                : Stream.empty();
    }

    @Override
    public Stream<NamedPolicy> policies() {
        if (resource.type() != ResourceType.IOT_POLICY) {
            return Stream.empty();
        }
        PolicyVersion inForce = sources.transactions().read(this::inForce);
        return inForce == null ? Stream.empty() : Stream.of(documents.read(inForce));
    }

    private @Nullable PolicyVersion inForce(Tx tx) {
        Policy policy = sources.policies().find(tx, scope(), new PolicyName(resource.name()));
        return policy == null
                ? null
                : sources.policies().findVersion(tx, scope(), policy.name(), policy.defaultVersion());
    }

    @Override
    public LoggingOptions logging() {
        return all.logging();
    }

    @Override
    public RevocationLists revocationLists() {
        return all.revocationLists();
    }

    @Override
    public String caSubject(String certificateId) {
        return all.caSubject(certificateId);
    }

    @Override
    public Stream<RoleAlias> roleAliases() {
        return resource.type() == ResourceType.ROLE_ALIAS
                ? all.roleAliases().filter(alias -> alias.arn().toString().equals(resource.name()))
                : Stream.empty();
    }

    @Override
    public ImportedRoles importedRoles() {
        return all.importedRoles();
    }

    @Override
    public Inventory inventory() {
        return new StoredResourceInventory(resource, all.inventory());
    }

    @Override
    public ConnectionHistory connections() {
        return all.connections();
    }
}
