// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RevocationLists;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.role.RoleAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored registry as it was when each part was first asked for.
 *
 * <p>Confined to one thread. Reads a page at a time and keeps only facts of certificates, not their encodings; of
 * policies it keeps the texts, which are compiled anew for each use.
 */
final class StoredRegistryView implements RegistryView {
    private static final int PAGE = 1000;

    private final AccountRegion scope;
    private final RegistrySources sources;
    private final CertificateFactsReader facts;
    private final PolicyDocuments documents;
    private final ConnectionHistory connections;

    private @Nullable List<CertificateFacts> deviceCertificates;
    private @Nullable List<CaCertificate> authorities;
    private @Nullable List<CertificateFacts> caCertificates;
    private @Nullable List<PolicyVersion> policies;
    private @Nullable LoggingOptions logging;
    private @Nullable List<RoleAlias> roleAliases;
    private @Nullable ImportedRoles importedRoles;
    private @Nullable RevocationLists revocationLists;
    private @Nullable StoredInventory inventory;

    StoredRegistryView(
            AccountRegion scope,
            RegistrySources sources,
            CertificateFactsReader facts,
            PolicyDocuments documents,
            ConnectionHistory connections) {
        this.scope = scope;
        this.sources = sources;
        this.facts = facts;
        this.documents = documents;
        this.connections = connections;
    }

    @Override
    public AccountRegion scope() {
        return scope;
    }

    @Override
    public Stream<CertificateFacts> deviceCertificates() {
        if (deviceCertificates == null) {
            var all = new CertificateFilter(null, true);
            deviceCertificates = readAll((tx, page) -> sources.certificates().list(tx, scope, all, page), facts::read);
        }
        return deviceCertificates.stream();
    }

    @Override
    public Stream<CertificateFacts> caCertificates() {
        if (caCertificates == null) {
            List<CaCertificate> all = authorities();
            caCertificates =
                    all.stream().map(authority -> facts.read(authority, all)).toList();
        }
        return caCertificates.stream();
    }

    @Override
    public String caSubject(String certificateId) {
        return authorities().stream()
                .filter(authority -> authority.id().value().equals(certificateId))
                .map(authority -> authority.x509().subject().text())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no CA certificate " + certificateId));
    }

    @Override
    public Stream<NamedPolicy> policies() {
        if (policies == null) {
            policies = readAll((tx, page) -> sources.policies().listInForce(tx, scope, page), policy -> policy);
        }
        return policies.stream().map(documents::read);
    }

    @Override
    public LoggingOptions logging() {
        if (logging == null) {
            logging = inventory().logging();
        }
        return logging;
    }

    @Override
    public RevocationLists revocationLists() {
        if (revocationLists == null) {
            revocationLists = facts.lists(authorities());
        }
        return revocationLists;
    }

    @Override
    public Stream<RoleAlias> roleAliases() {
        if (roleAliases == null) {
            roleAliases =
                    sources.transactions().read(tx -> sources.roleAliases().of(tx, scope));
        }
        return roleAliases.stream();
    }

    @Override
    public ImportedRoles importedRoles() {
        if (importedRoles == null) {
            importedRoles = sources.roleImports().of(scope);
        }
        return importedRoles;
    }

    @Override
    public StoredInventory inventory() {
        if (inventory == null) {
            inventory =
                    new StoredInventory(scope, sources, documents, new StoredNeighbours(scope, sources, connections));
        }
        return inventory;
    }

    @Override
    public ConnectionHistory connections() {
        return connections;
    }

    private List<CaCertificate> authorities() {
        if (authorities == null) {
            authorities =
                    readAll((tx, page) -> sources.authorities().list(tx, scope, true, page), authority -> authority);
        }
        return authorities;
    }

    private <S, T> List<T> readAll(BiFunction<Tx, PageRequest, Page<S>> list, Function<S, T> reduce) {
        var all = new ArrayList<T>();
        PageRequest request = PageRequest.first(PAGE);
        while (request != null) {
            PageRequest wanted = request;
            Page<S> page = sources.transactions().read(tx -> list.apply(tx, wanted));
            page.items().forEach(item -> all.add(reduce.apply(item)));
            request = page.next() == null ? null : new PageRequest(PAGE, page.next());
        }
        return all;
    }
}
