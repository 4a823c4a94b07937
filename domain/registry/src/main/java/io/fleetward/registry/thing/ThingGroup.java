// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static group of things; its place in the hierarchy is fixed at creation (iot-core, static groups).
 *
 * <p>Immutable; every successful update makes a record with the next version.
 *
 * @param ancestors from the root down to the parent; empty for a root
 * @param version 1 at creation
 */
public record ThingGroup(
        AccountRegion scope,
        ThingGroupName name,
        String id,
        List<ThingGroupName> ancestors,
        Properties properties,
        long version,
        Instant createdAt) {
    /** Levels of a hierarchy, the root included. */
    public static final int DEEPEST = 7;

    public static final int CHILDREN_LIMIT = 100;
    public static final int ATTRIBUTE_LIMIT = 50;
    /** Groups one thing may be in. */
    public static final int GROUPS_PER_THING = 10;

    public ThingGroup {
        ancestors = List.copyOf(ancestors);
    }

    public Arn arn() {
        return name.arn(scope);
    }

    /** The group directly above, null for a root. */
    public @Nullable ThingGroupName parent() {
        return ancestors.isEmpty() ? null : ancestors.getLast();
    }

    /** The top of this group's hierarchy; itself for a root. */
    public ThingGroupName root() {
        return ancestors.isEmpty() ? name : ancestors.getFirst();
    }

    /** 1 for a root. */
    public int depth() {
        return ancestors.size() + 1;
    }

    /** The next version of this group. */
    public ThingGroup updated(Properties newProperties) {
        return new ThingGroup(scope, name, id, ancestors, newProperties, version + 1, createdAt);
    }

    /** What the user says about the group. */
    public record Properties(@Nullable String description, Attributes attributes) {
        public static final Properties NONE = new Properties(null, Attributes.NONE);
    }
}
