// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.registry.query.ThingQuery;
import org.jspecify.annotations.Nullable;

/** Checks members by which requests say in what language, and of which index, they speak. */
final class IndexMembers {
    private IndexMembers() {}

    /** Refuses a version of the language other than the only one. */
    static void requireVersion(@Nullable String queryVersion) {
        if (queryVersion != null && !queryVersion.equals(ThingQuery.VERSION)) {
            throw invalid("queryVersion must be " + ThingQuery.VERSION + ", not " + queryVersion);
        }
    }

    /** Refuses an index of which groups cannot be made. */
    static void requireThings(@Nullable String indexName) {
        if (indexName != null && !indexName.equals(FleetIndex.THINGS)) {
            throw invalid("indexName must be " + FleetIndex.THINGS + ", not " + indexName);
        }
    }
}
