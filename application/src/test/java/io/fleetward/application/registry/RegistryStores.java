// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.registry.account.InMemoryLoggingSettings;
import io.fleetward.application.registry.account.LoggingSettings;
import io.fleetward.application.registry.certificate.CaCertificates;
import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.certificate.InMemoryCaCertificates;
import io.fleetward.application.registry.certificate.InMemoryCertificates;
import io.fleetward.application.registry.certificate.InMemoryRegistrationCodes;
import io.fleetward.application.registry.certificate.RegistrationCodes;
import io.fleetward.application.registry.index.InMemoryIndexingModes;
import io.fleetward.application.registry.index.IndexingModes;
import io.fleetward.application.registry.role.InMemoryRoleAliases;
import io.fleetward.application.registry.role.RoleAliases;
import io.fleetward.application.registry.tag.InMemoryTags;
import io.fleetward.application.registry.tag.Tags;
import io.fleetward.application.registry.thing.InMemoryThingGroupMembers;
import io.fleetward.application.registry.thing.InMemoryThingGroups;
import io.fleetward.application.registry.thing.InMemoryThingPrincipals;
import io.fleetward.application.registry.thing.InMemoryThingTypes;
import io.fleetward.application.registry.thing.InMemoryThings;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every store of the registry on one database. */
public record RegistryStores(
        Transactions transactions,
        ThingStores things,
        Certificates certificates,
        CaCertificates authorities,
        RegistrationCodes codes,
        Tags tags,
        LoggingSettings logging,
        RoleAliases roleAliases,
        IndexingModes indexing) {
    /** Empty stores in memory. */
    public static RegistryStores inMemory() {
        var groups = new InMemoryThingGroups();
        var things = new ThingStores(
                new InMemoryThings(),
                new InMemoryThingTypes(),
                groups,
                new InMemoryThingGroupMembers(groups),
                new InMemoryThingPrincipals());
        return new RegistryStores(
                new InMemoryTransactions(),
                things,
                new InMemoryCertificates(),
                new InMemoryCaCertificates(),
                new InMemoryRegistrationCodes(),
                new InMemoryTags(),
                new InMemoryLoggingSettings(),
                new InMemoryRoleAliases(),
                new InMemoryIndexingModes());
    }

    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        return transactions.read(work);
    }

    public void change(Consumer<Tx> work) {
        transactions.change(work);
    }

    /** Changes the store and passes on what the change says about itself. */
    public boolean answer(Predicate<Tx> work) {
        return transactions.write(work::test);
    }
}
