// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.finding.FindingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rule has seen on one resource, and what it has told of that. Immutable; of bounded size.
 *
 * @param sightings the best of each part, {@value #MOST_OF_PART} at most, the best first
 * @param isOpen whether there is a finding that the rule is to archive when its causes end
 * @param told the finding as last told; null when there was none yet
 */
public record Correlation(
        String ruleId,
        JoinedResource resource,
        List<Sighting> sightings,
        boolean isOpen,
        @Nullable ObjectNode told) {
    static final int MOST_OF_PART = 10;

    public Correlation {
        sightings = List.copyOf(sightings);
    }

    /** What it is kept by. */
    public record Key(String ruleId, String resource) {}

    /** One that has not seen anything. */
    public static Correlation empty(String ruleId, JoinedResource resource) {
        return new Correlation(ruleId, resource, List.of(), false, null);
    }

    public Key key() {
        return new Key(ruleId, resource.id());
    }

    /** What is left once all is forgotten but what was told last: the withdrawal, if there was one. */
    public Correlation retired(@Nullable ObjectNode withdrawal) {
        return new Correlation(ruleId, resource, List.of(), false, withdrawal == null ? told : withdrawal);
    }

    /**
     * The same once the finding was written again.
     *
     * @param now what it is seen as; parts that it is not seen as any more have ended for it
     */
    Correlation seen(FindingKey finding, List<Sighting> now, EndsWhen endsWhen) {
        var all = new ArrayList<Sighting>(now);
        for (Sighting former : sightings) {
            boolean isReplaced = former.finding().equals(finding)
                    && now.stream().anyMatch(sighting -> sighting.part() == former.part());
            if (!former.finding().equals(finding)) {
                all.add(former);
            } else if (!isReplaced && endsWhen != EndsWhen.ANY_CAUSE_ENDS) {
                all.add(endsWhen == EndsWhen.NEVER ? former : former.ended());
            }
        }
        return new Correlation(ruleId, resource, best(all), isOpen, told);
    }

    private static List<Sighting> best(List<Sighting> all) {
        int parts = all.stream().mapToInt(Sighting::part).max().orElse(-1) + 1;
        return IntStream.range(0, parts)
                .mapToObj(part -> all.stream()
                        .filter(sighting -> sighting.part() == part)
                        .sorted(Sighting.BEST_FIRST)
                        .limit(MOST_OF_PART))
                .flatMap(Stream::sequential)
                .toList();
    }
}
