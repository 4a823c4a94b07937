// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.suppression;

import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The suppressions of one account and region, compiled. Immutable. */
public final class SuppressionSet {
    /** No suppressions at all. */
    public static final SuppressionSet NONE = new SuppressionSet(List.of());

    private final List<Compiled> suppressions;

    private SuppressionSet(List<Compiled> suppressions) {
        this.suppressions = List.copyOf(suppressions);
    }

    /** Compiles the suppressions, ended ones included. */
    public static SuppressionSet of(Collection<FindingSuppression> suppressions) {
        return new SuppressionSet(suppressions.stream()
                .sorted(Comparator.comparing(FindingSuppression::createdAt).thenComparing(FindingSuppression::id))
                .map(Compiled::of)
                .toList());
    }

    /** Whether no finding can be suppressed. */
    public boolean isEmpty() {
        return suppressions.isEmpty();
    }

    /** Those in force at that moment, for any number of findings. */
    public Pass at(Instant now) {
        var named = new HashMap<FindingKey, List<String>>();
        var matching = new ArrayList<Active>();
        for (Compiled compiled : suppressions) {
            FindingSuppression suppression = compiled.suppression();
            if (suppression.isInForceAt(now)) {
                switch (suppression.subject()) {
                    case Subject.Named(List<FindingKey> findings) ->
                        findings.forEach(key -> named.computeIfAbsent(key, absent -> new ArrayList<>())
                                .add(suppression.id()));
                    case Subject.Matching matched ->
                        matching.add(new Active(suppression.id(), compiled.filter(matched, now)));
                }
            }
        }
        return new Pass(named, matching);
    }

    /** Suppressions at one moment. Immutable. */
    public static final class Pass {
        private final Map<FindingKey, List<String>> named;
        private final List<Active> matching;

        private Pass(Map<FindingKey, List<String>> named, List<Active> matching) {
            this.named = Map.copyOf(named);
            this.matching = List.copyOf(matching);
        }

        /** The ids of those that are about the finding. */
        public List<String> about(Finding finding) {
            var ids = new ArrayList<String>();
            if (!named.isEmpty()) {
                ids.addAll(named.getOrDefault(finding.key(), List.of()));
            }
            for (Active active : matching) {
                if (active.filter().matches(finding)) {
                    ids.add(active.id());
                }
            }
            return ids;
        }
    }

    private record Active(String id, FindingFilter filter) {}

    /** A suppression and its filter, which is null as long as it depends on the time, or when there is none. */
    private record Compiled(
            FindingSuppression suppression, @Nullable FindingFilter fixed) {
        static Compiled of(FindingSuppression suppression) {
            boolean isFixed = suppression.subject() instanceof Subject.Matching(var criteria) && !criteria.isRelative();
            return new Compiled(suppression, isFixed ? suppression.filter(Instant.EPOCH) : null);
        }

        FindingFilter filter(Subject.Matching matching, Instant now) {
            return fixed == null ? matching.criteria().filter(now) : fixed;
        }
    }
}
