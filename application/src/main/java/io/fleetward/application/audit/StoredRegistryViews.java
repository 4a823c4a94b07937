// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;

/** Opens views of the stored registry. Thread-safe. */
public final class StoredRegistryViews implements RegistryViews {
    private final RegistrySources sources;
    private final CertificateFactsReader facts;
    private final PolicyDocuments documents;

    public StoredRegistryViews(RegistrySources sources, CertificateFactsReader facts, PolicyDocuments documents) {
        this.sources = sources;
        this.facts = facts;
        this.documents = documents;
    }

    @Override
    public RegistryView open(AccountRegion scope) {
        return new StoredRegistryView(scope, sources, facts, documents);
    }

    @Override
    public RegistryView open(AccountRegion scope, ChangedResource resource) {
        return new StoredResourceView(resource, open(scope), sources, facts, documents);
    }
}
