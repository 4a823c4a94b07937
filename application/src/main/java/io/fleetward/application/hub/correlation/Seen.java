// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.correlation.JoinedResource;
import io.fleetward.hub.correlation.Sighting;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What rules see in some findings, by rule and resource. Confined to a thread. */
final class Seen {
    private final Map<Correlation.Key, OnResource> byKey = new LinkedHashMap<>();

    /** What one rule sees on one resource. */
    record OnResource(JoinedResource resource, Map<FindingKey, List<Sighting>> sightings) {}

    /** Adds what the rule sees in the finding; what it is joined by is asked for only if there is something. */
    void add(CorrelationSet.Active rule, Finding finding, Function<JoinKey, List<JoinedResource>> joinedBy) {
        List<Sighting> sightings = rule.sightings(finding);
        if (!sightings.isEmpty()) {
            String ruleId = rule.rule().id();
            for (JoinedResource resource : joinedBy.apply(rule.rule().question().joinedBy())) {
                byKey.computeIfAbsent(
                                new Correlation.Key(ruleId, resource.id()),
                                absent -> new OnResource(resource, new LinkedHashMap<>()))
                        .sightings()
                        .put(finding.key(), sightings);
            }
        }
    }

    Map<Correlation.Key, OnResource> byKey() {
        return byKey;
    }

    /** What is seen there in these findings; nothing in those that were not seen there. */
    Map<FindingKey, List<Sighting>> of(Correlation.Key key, List<FindingKey> findings) {
        OnResource here = byKey.get(key);
        var written = new LinkedHashMap<FindingKey, List<Sighting>>();
        for (FindingKey finding : findings) {
            written.put(finding, here == null ? List.of() : here.sightings().getOrDefault(finding, List.of()));
        }
        return written;
    }
}
