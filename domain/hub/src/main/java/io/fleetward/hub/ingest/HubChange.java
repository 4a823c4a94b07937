// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.StoredFinding;

/** What an import or an edit does to the stored findings. */
public sealed interface HubChange {
    /** A finding the hub did not know. */
    record Created(StoredFinding finding) implements HubChange {}

    /** A known finding changes. */
    record Updated(StoredFinding before, StoredFinding after) implements HubChange {}

    /** Nothing changes, because the hub already holds a statement that is not older. */
    record Ignored(StoredFinding stored) implements HubChange {}
}
