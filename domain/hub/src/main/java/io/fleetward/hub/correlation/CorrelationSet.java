// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one account and region that watch, compiled. Immutable. */
public final class CorrelationSet {
    /** No rules at all. */
    public static final CorrelationSet NONE = new CorrelationSet(List.of());

    private final List<Compiled> rules;

    private CorrelationSet(List<Compiled> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Compiles those of the rules that watch. */
    public static CorrelationSet of(Collection<CorrelationRule> rules) {
        return new CorrelationSet(rules.stream()
                .filter(CorrelationRule::isWatching)
                .map(Compiled::of)
                .toList());
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The rules as they are at that moment. */
    public List<Active> at(Instant now) {
        return rules.stream().map(rule -> rule.at(now)).toList();
    }

    /** One rule whatever its status, as it is at that moment. */
    public static Active active(CorrelationRule rule, Instant now) {
        return Compiled.of(rule).at(now);
    }

    /** A rule and what its parts are at a moment. Immutable. */
    public static final class Active {
        private final CorrelationRule rule;
        private final List<FindingFilter> filters;

        private Active(CorrelationRule rule, List<FindingFilter> filters) {
            this.rule = rule;
            this.filters = filters;
        }

        public CorrelationRule rule() {
            return rule;
        }

        /** The filter of a part. */
        public FindingFilter filter(int part) {
            return filters.get(part);
        }

        /** What the rule sees the finding as: one sighting for each part that it counts for. */
        public List<Sighting> sightings(Finding finding) {
            if (CorrelationFindings.isCorrelation(finding)) {
                return List.of();
            }
            if (rule.question().endsWhen() != EndsWhen.NEVER && !Sighting.lasts(finding)) {
                return List.of();
            }
            var sightings = new ArrayList<Sighting>();
            for (int part = 0; part < filters.size(); part++) {
                if (filters.get(part).matches(finding)) {
                    sightings.add(Sighting.of(part, finding));
                }
            }
            return sightings;
        }
    }

    /** A rule and its filters, of which each is null as long as it depends on the time. */
    private record Compiled(CorrelationRule rule, List<Part> parts) {
        static Compiled of(CorrelationRule rule) {
            return new Compiled(
                    rule, rule.question().parts().stream().map(Part::of).toList());
        }

        Active at(Instant now) {
            return new Active(rule, parts.stream().map(part -> part.at(now)).toList());
        }
    }

    private record Part(CorrelationPart part, @Nullable FindingFilter fixed) {
        static Part of(CorrelationPart part) {
            return new Part(part, part.isRelative() ? null : part.filter(Instant.EPOCH));
        }

        FindingFilter at(Instant now) {
            return fixed == null ? part.filter(now) : fixed;
        }
    }
}
