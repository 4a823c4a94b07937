// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.correlation.JoinedResource;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one finding is joined by, looked up once for all rules. Confined to a transaction. */
final class JoinedResources {
    private final Tx tx;
    private final AccountRegion scope;
    private final ConcernedThings things;
    private final Finding finding;
    private final Map<JoinKey, List<JoinedResource>> known = new EnumMap<>(JoinKey.class);

    JoinedResources(Tx tx, AccountRegion scope, ConcernedThings things, Finding finding) {
        this.tx = tx;
        this.scope = scope;
        this.things = things;
        this.finding = finding;
    }

    /** The resources by which the finding meets others. */
    List<JoinedResource> by(JoinKey key) {
        return known.computeIfAbsent(key, absent -> switch (key) {
            case RESOURCE_ID ->
                finding.document()
                        .path("Resources")
                        .valueStream()
                        .map(resource -> new JoinedResource(
                                resource.path("Type").stringValue(),
                                resource.path("Id").stringValue()))
                        .toList();
            case THING ->
                things.of(tx, scope, finding).stream()
                        .map(arn -> new JoinedResource(JoinedResource.THING, arn))
                        .toList();
        });
    }
}
