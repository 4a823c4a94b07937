// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    public RegistryView openAfter(AccountRegion scope, @Nullable Instant previousRun) {
        return whole(scope, previousRun);
    }

    private StoredRegistryView whole(AccountRegion scope, @Nullable Instant previousRun) {
        return new StoredRegistryView(
                scope, sources, facts, documents, sources.connections().of(scope, previousRun));
    }

    @Override
    public Instant connectionsReadyAt() {
        return sources.connections().readyAt();
    }

    @Override
    public RegistryView open(AccountRegion scope, ChangedResource resource) {
        return new StoredResourceView(resource, whole(scope, null), sources, facts, documents);
    }
}
