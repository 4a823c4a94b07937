// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import org.jspecify.annotations.Nullable;

/**
 * What decides who is in a dynamic group, and how far that is carried out (iot-core, dynamic groups). Immutable.
 *
 * @param text the query, in the language of the fleet index
 * @param position the name of the last thing that was judged by a query which is not {@link Status#ACTIVE} yet; null
 *     before the first one
 */
public record GroupQuery(
        String text, Status status, @Nullable String position) {
    /** Whether every thing has been judged by the query. */
    public enum Status {
        /** Not yet, since the group was created. */
        BUILDING,
        /** Not yet, since the query or what it reads changed; until then some things are members by what was before. */
        REBUILDING,
        ACTIVE
    }

    /** That of a new group: no thing has been judged. */
    public static GroupQuery building(String text) {
        return new GroupQuery(text, Status.BUILDING, null);
    }

    /** The query by which every thing is to be judged again; a group that never was active is still being built. */
    public GroupQuery restarted(String newText) {
        Status restarted = status == Status.BUILDING ? Status.BUILDING : Status.REBUILDING;
        return new GroupQuery(newText, restarted, null);
    }

    /** The same after the things up to this one were judged as well, or, for null, all of them. */
    public GroupQuery reached(@Nullable String newPosition) {
        return new GroupQuery(text, newPosition == null ? Status.ACTIVE : status, newPosition);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
