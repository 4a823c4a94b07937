// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.TargetPolicies;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What creating, changing and deleting have in common for static and dynamic groups, within a transaction.
 *
 * <p>Thread-safe.
 */
public final class ThingGroupWriter {
    private final RegistryRuntime runtime;
    private final ThingStores stores;
    private final ResourceTags tags;
    private final TargetPolicies policies;

    public ThingGroupWriter(RegistryRuntime runtime, ThingStores stores, ResourceTags tags, TargetPolicies policies) {
        this.runtime = runtime;
        this.stores = stores;
        this.tags = tags;
        this.policies = policies;
    }

    /** The group, which must exist. */
    public ThingGroup require(Tx tx, AccountRegion scope, ThingGroupName name) {
        ThingGroup group = stores.groups().find(tx, scope, name);
        if (group == null) {
            throw notFound("Thing group", name);
        }
        return group;
    }

    /** Refuses properties that no group may have. */
    public static void requireFitting(ThingGroup.Properties properties) {
        if (properties.attributes().size() > ThingGroup.ATTRIBUTE_LIMIT) {
            throw invalid("thingGroupProperties.attributePayload.attributes may have at most "
                    + ThingGroup.ATTRIBUTE_LIMIT + " items");
        }
    }

    /** Stores a new group. */
    public void create(Tx tx, ThingGroup group, Map<String, String> groupTags) {
        stores.groups().put(tx, group);
        tags.assign(tx, group.scope(), group.arn(), groupTags);
        announce(tx, group);
    }

    /** The next version of the group, as the caller wants it, if the group still has the version that he expects. */
    public ThingGroup updated(ThingGroup group, UpdateThingGroup wish) {
        requireVersion(group, wish.expectedVersion());
        var current = group.properties();
        var properties = new ThingGroup.Properties(
                wish.description() == null ? current.description() : wish.description(),
                wish.attributes().applyTo(current.attributes()));
        requireFitting(properties);
        return group.updated(properties);
    }

    /** Stores another version of a group. */
    public void replace(Tx tx, ThingGroup group) {
        stores.groups().put(tx, group);
        announce(tx, group);
    }

    /** Refuses unless the group still has the version that the caller expects. */
    public static void requireVersion(ThingGroup group, @Nullable Long expected) {
        RegistryRefusals.requireVersion("thing group", group.name(), expected, group.version());
    }

    /** Deletes the group: its members leave it, its policies stop to apply. */
    public void delete(Tx tx, ThingGroup group) {
        AccountRegion scope = group.scope();
        stores.members().removeGroup(tx, scope, group.name());
        policies.detachAll(tx, scope, group.arn());
        tags.forget(tx, scope, group.arn());
        stores.groups().remove(tx, scope, group.name());
        announce(tx, group);
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
}
