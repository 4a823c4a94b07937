// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import tools.jackson.databind.node.ObjectNode;

/** What became of a finding in the format of another. */
public sealed interface SourceResult {
    /** A finding in the hub's format, yet to be checked; it is the caller's own. */
    record Translated(ObjectNode finding) implements SourceResult {}

    /**
     * Nothing could be made of it.
     *
     * @param where which of the documents it is, for example {@code document 3}
     */
    record Unreadable(String where, String reason) implements SourceResult {}
}
