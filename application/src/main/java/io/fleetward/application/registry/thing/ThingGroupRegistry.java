// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;
import static io.fleetward.application.registry.RegistryRefusals.requireVersion;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.TargetPolicies;
import io.fleetward.application.registry.tag.ResourceTags;
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
 * Creates, changes, shows and deletes static groups and their hierarchies (iot-core, static groups).
 *
 * <p>Thread-safe.
 */
public final class ThingGroupRegistry implements TaggableResources {
    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final ResourceTags tags;
    private final TargetPolicies policies;

    public ThingGroupRegistry(RegistryRuntime runtime, ThingStores stores, ResourceTags tags, TargetPolicies policies) {
        this.runtime = runtime;
        this.stores = stores;
        this.tags = tags;
        this.policies = policies;
    }

    /** Creates the group, or answers the existing one when it has this parent and these properties. */
    public ThingGroup create(AccountRegion scope, CreateThingGroup wish) {
        requireAttributesFit(wish.properties());
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
                    1,
                    runtime.clock().instant());
            stores.groups().put(tx, group);
            tags.assign(tx, scope, group.arn(), wish.tags());
            announce(tx, group);
            return group;
        });
    }

    /** Changes description and attributes; answers the new version. */
    public long update(AccountRegion scope, UpdateThingGroup wish) {
        return runtime.transactions().write(tx -> {
            ThingGroup group = require(tx, scope, wish.name());
            requireVersion("thing group", wish.name(), wish.expectedVersion(), group.version());
            var current = group.properties();
            var properties = new ThingGroup.Properties(
                    wish.description() == null ? current.description() : wish.description(),
                    wish.attributes().applyTo(current.attributes()));
            requireAttributesFit(properties);
            ThingGroup updated = group.updated(properties);
            stores.groups().put(tx, updated);
            announce(tx, group);
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
            requireVersion("thing group", name, expectedVersion, group.version());
            if (stores.groups().countChildren(tx, scope, name) > 0) {
                throw invalid(
                        "Cannot delete thing group : " + name + " when there are still child groups attached to it");
            }
            stores.members().removeGroup(tx, scope, name);
            policies.detachAll(tx, scope, group.arn());
            tags.forget(tx, scope, group.arn());
            stores.groups().remove(tx, scope, name);
            announce(tx, group);
        });
    }

    /** The group, which must exist. */
    public ThingGroup describe(AccountRegion scope, ThingGroupName name) {
        return runtime.transactions().read(tx -> require(tx, scope, name));
    }

    /** The groups below the parent, which must exist, or below the top when it is null; by name. */
    public Page<ThingGroup> list(AccountRegion scope, GroupQuery query, PageRequest page) {
        return runtime.transactions().read(tx -> {
            ThingGroup under = query.parent() == null ? null : require(tx, scope, query.parent());
            var filter = new ThingGroupFilter(under, query.isRecursive(), query.namePrefix());
            return stores.groups().list(tx, scope, filter, page);
        });
    }

    /** Which groups to list: below the parent (null for the top), all levels or one, and only with that prefix. */
    public record GroupQuery(
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

    private ThingGroup require(Tx tx, AccountRegion scope, ThingGroupName name) {
        ThingGroup group = stores.groups().find(tx, scope, name);
        if (group == null) {
            throw notFound("Thing group", name);
        }
        return group;
    }

    private void announce(Tx tx, ThingGroup group) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                group.scope(),
                                RegistryChange.Kind.THING_GROUP,
                                group.name().value()));
    }

    private static ThingGroup sameOrRefused(ThingGroup existing, CreateThingGroup wish) {
        boolean isSame = Objects.equals(existing.parent(), wish.parent())
                && existing.properties().equals(wish.properties());
        if (!isSame) {
            throw alreadyExists(
                    "Thing group " + wish.name() + " already exists in account with different properties",
                    existing.id(),
                    existing.arn());
        }
        return existing;
    }

    private static void requireAttributesFit(ThingGroup.Properties properties) {
        if (properties.attributes().size() > ThingGroup.ATTRIBUTE_LIMIT) {
            throw invalid("thingGroupProperties.attributePayload.attributes may have at most "
                    + ThingGroup.ATTRIBUTE_LIMIT + " items");
        }
    }
}
