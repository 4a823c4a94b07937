// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of things: a static one, whose place in the hierarchy is fixed at creation, or a dynamic one, whose members
 * are those that fit its query (iot-core, static groups, dynamic groups).
 *
 * <p>Immutable; every successful update makes a record with the next version.
 *
 * @param ancestors from the root down to the parent; empty for a root, and for every dynamic group
 * @param query of a dynamic group; null for a static one
 * @param version 1 at creation
 */
public record ThingGroup(
        AccountRegion scope,
        ThingGroupName name,
        String id,
        List<ThingGroupName> ancestors,
        Properties properties,
        @Nullable GroupQuery query,
        long version,
        Instant createdAt) {
    /** Levels of a hierarchy, the root included. */
    public static final int DEEPEST = 7;

    public static final int CHILDREN_LIMIT = 100;
    public static final int ATTRIBUTE_LIMIT = 50;
    /** Groups one thing may be in, static and dynamic ones together. */
    public static final int GROUPS_PER_THING = 10;
    /** Dynamic groups of one account and region. */
    public static final int DYNAMIC_LIMIT = 100;

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

    public boolean isDynamic() {
        return query != null;
    }

    /** The next version of this group. */
    public ThingGroup updated(Properties newProperties) {
        return new ThingGroup(scope, name, id, ancestors, newProperties, query, version + 1, createdAt);
    }

    /** The same version with another query, or with the same one carried further. */
    public ThingGroup with(GroupQuery newQuery) {
        return new ThingGroup(scope, name, id, ancestors, properties, newQuery, version, createdAt);
    }

    /** What the user says about the group. */
    public record Properties(@Nullable String description, Attributes attributes) {
        public static final Properties NONE = new Properties(null, Attributes.NONE);
    }
}
