// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and deletes static groups and their hierarchies, and shows groups of both kinds (iot-core, static
 * groups).
 *
 * <p>Thread-safe.
 */
public final class ThingGroupRegistry implements TaggableResources {
    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final ThingGroupWriter writer;

    public ThingGroupRegistry(RegistryRuntime runtime, ThingStores stores, ThingGroupWriter writer) {
        this.runtime = runtime;
        this.stores = stores;
        this.writer = writer;
    }

    /** Creates the group, or answers the existing one when it has this parent and these properties. */
    public ThingGroup create(AccountRegion scope, CreateThingGroup wish) {
        ThingGroupWriter.requireFitting(wish.properties());
        return runtime.transactions().write(tx -> {
            ThingGroup existing = stores.groups().find(tx, scope, wish.name());
            if (existing != null) {
                return sameOrRefused(existing, wish);
            }
            var group = new ThingGroup(
                    scope,
                    wish.name(),
                    runtime.ids().uuid(),
                    ancestors(tx, scope, wish.parent()),
                    wish.properties(),
                    null,
                    1,
                    runtime.clock().instant());
            writer.create(tx, group, wish.tags());
            return group;
        });
    }

    /** Changes description and attributes; answers the new version. */
    public long update(AccountRegion scope, UpdateThingGroup wish) {
        return runtime.transactions().write(tx -> {
            ThingGroup group = writer.require(tx, scope, wish.name());
            requireStatic(group, "UpdateDynamicThingGroup");
            ThingGroup updated = writer.updated(group, wish);
            writer.replace(tx, updated);
            return updated.version();
        });
    }

    /** Deletes a group without children; its members leave it, its policies stop to apply. Unknown counts as deleted. */
    public void delete(AccountRegion scope, ThingGroupName name, @Nullable Long expectedVersion) {
        runtime.transactions().change(tx -> {
            ThingGroup group = stores.groups().find(tx, scope, name);
            if (group == null) {
                return;
            }
            requireStatic(group, "DeleteDynamicThingGroup");
            ThingGroupWriter.requireVersion(group, expectedVersion);
            if (stores.groups().countChildren(tx, scope, name) > 0) {
                throw invalid(
                        "Cannot delete thing group : " + name + " when there are still child groups attached to it");
            }
            writer.delete(tx, group);
        });
    }

    /** The group, which must exist. */
    public ThingGroup describe(AccountRegion scope, ThingGroupName name) {
        return runtime.transactions().read(tx -> writer.require(tx, scope, name));
    }

    /** The groups below the parent, which must exist, or below the top when it is null; by name. */
    public Page<ThingGroup> list(AccountRegion scope, GroupListing listing, PageRequest page) {
        return runtime.transactions().read(tx -> {
            ThingGroup under = listing.parent() == null ? null : writer.require(tx, scope, listing.parent());
            var filter = new ThingGroupFilter(under, listing.isRecursive(), listing.namePrefix());
            return stores.groups().list(tx, scope, filter, page);
        });
    }

    /** Which groups to list: below the parent (null for the top), all levels or one, and only with that prefix. */
    public record GroupListing(
            @Nullable ThingGroupName parent,
            boolean isRecursive,
            @Nullable String namePrefix) {}

    @Override
    public String arnType() {
        return ThingGroupName.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return RegistryNames.isValid(name) && stores.groups().find(tx, scope, new ThingGroupName(name)) != null;
    }

    private List<ThingGroupName> ancestors(Tx tx, AccountRegion scope, @Nullable ThingGroupName parentName) {
        if (parentName == null) {
            return List.of();
        }
        ThingGroup parent = stores.groups().find(tx, scope, parentName);
        if (parent == null) {
            throw invalid("parentGroupName: thing group " + parentName + " does not exist");
        }
        if (parent.isDynamic()) {
            throw invalid(
                    "parentGroupName: " + parentName + " is a dynamic thing group, which cannot have child groups");
        }
        if (parent.depth() >= ThingGroup.DEEPEST) {
            throw invalid("parentGroupName: a hierarchy of thing groups may have at most " + ThingGroup.DEEPEST
                    + " levels, and " + parentName + " is at the last one");
        }
        if (stores.groups().countChildren(tx, scope, parentName) >= ThingGroup.CHILDREN_LIMIT) {
            throw invalid("parentGroupName: thing group " + parentName + " already has " + ThingGroup.CHILDREN_LIMIT
                    + " child groups");
        }
        var ancestors = new ArrayList<>(parent.ancestors());
        ancestors.add(parentName);
        return ancestors;
    }

    private static void requireStatic(ThingGroup group, String operation) {
        if (group.isDynamic()) {
            throw invalid("thingGroupName: " + group.name() + " is a dynamic thing group; use " + operation);
        }
    }

    private static ThingGroup sameOrRefused(ThingGroup existing, CreateThingGroup wish) {
        boolean isSame = !existing.isDynamic()
                && Objects.equals(existing.parent(), wish.parent())
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
