// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.thing.ThingGroupWriter;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.registry.thing.UpdateThingGroup;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and deletes dynamic groups (iot-core, dynamic groups).
 *
 * <p>Thread-safe. Such a group has neither parent nor children.
 */
public final class DynamicGroupRegistry {
    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final IndexingModes modes;
    private final ThingGroupWriter writer;
    private final DynamicGroupBuilds builds;

    public DynamicGroupRegistry(
            RegistryRuntime runtime,
            ThingStores stores,
            IndexingModes modes,
            ThingGroupWriter writer,
            DynamicGroupBuilds builds) {
        this.runtime = runtime;
        this.stores = stores;
        this.modes = modes;
        this.writer = writer;
        this.builds = builds;
    }

    /**
     * Creates the group, or answers the existing one when it has this query and these properties. Things join it in the
     * background, unless they change before.
     */
    public ThingGroup create(AccountRegion scope, CreateDynamicGroup wish) {
        ThingGroupWriter.requireFitting(wish.properties());
        ThingQueries.parse(wish.query());
        return runtime.transactions().write(tx -> {
            ThingGroup existing = stores.groups().find(tx, scope, wish.name());
            if (existing != null) {
                return sameOrRefused(existing, wish);
            }
            requireRoom(tx, scope);
            var group = new ThingGroup(
                    scope,
                    wish.name(),
                    runtime.ids().uuid(),
                    List.of(),
                    wish.properties(),
                    GroupQuery.building(wish.query()),
                    1,
                    runtime.clock().instant());
            writer.create(tx, group, wish.tags());
            tx.afterCommit(() -> builds.wake(scope));
            return group;
        });
    }

    /**
     * Changes description, attributes and query; answers the new version.
     *
     * @param query null for the present one
     */
    public long update(AccountRegion scope, UpdateThingGroup wish, @Nullable String query) {
        if (query != null) {
            ThingQueries.parse(query);
        }
        return runtime.transactions().write(tx -> {
            ThingGroup group = writer.require(tx, scope, wish.name());
            GroupQuery current = requireDynamic(group, "UpdateThingGroup");
            GroupQuery wanted = query == null || query.equals(current.text()) ? current : current.restarted(query);
            ThingGroup updated = writer.updated(group, wish).with(wanted);
            writer.replace(tx, updated);
            if (!wanted.isActive()) {
                tx.afterCommit(() -> builds.wake(scope));
            }
            return updated.version();
        });
    }

    /** Deletes the group; its members leave it. Unknown counts as deleted. */
    public void delete(AccountRegion scope, ThingGroupName name, @Nullable Long expectedVersion) {
        runtime.transactions().change(tx -> {
            ThingGroup group = stores.groups().find(tx, scope, name);
            if (group != null) {
                requireDynamic(group, "DeleteThingGroup");
                ThingGroupWriter.requireVersion(group, expectedVersion);
                writer.delete(tx, group);
            }
        });
    }

    private void requireRoom(Tx tx, AccountRegion scope) {
        if (modes.find(tx, scope) == IndexingMode.OFF) {
            throw invalid("indexName: " + FleetIndex.THINGS
                    + " is off; set thingIndexingMode by UpdateIndexingConfiguration before");
        }
        if (stores.groups().dynamic(tx, scope).size() >= ThingGroup.DYNAMIC_LIMIT) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED,
                    "An account may have at most " + ThingGroup.DYNAMIC_LIMIT + " dynamic thing groups in a region");
        }
    }

    private static GroupQuery requireDynamic(ThingGroup group, String operation) {
        GroupQuery query = group.query();
        if (query == null) {
            throw invalid("thingGroupName: " + group.name() + " is a static thing group; use " + operation);
        }
        return query;
    }

    private static ThingGroup sameOrRefused(ThingGroup existing, CreateDynamicGroup wish) {
        GroupQuery query = existing.query();
        boolean isSame = query != null
                && query.text().equals(wish.query())
                && existing.properties().equals(wish.properties());
        if (!isSame) {
            throw alreadyExists(
                    "Thing group " + wish.name() + " already exists in account with different properties",
                    existing.id(),
                    existing.arn());
        }
        return existing;
    }
}
