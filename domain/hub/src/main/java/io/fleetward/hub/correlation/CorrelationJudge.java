// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what a rule says of a resource at one moment: opens its finding, changes or archives it, or says nothing new.
 *
 * <p>Pure; immutable. The same sightings in whatever order lead to the same finding.
 */
public final class CorrelationJudge {
    /** Most findings that a finding may name. */
    private static final int MOST_CAUSES = 10;

    /** A finding that goes on is told again after that long, so that the hub does not take it for forgotten. */
    private static final Duration REFRESH = Duration.ofHours(12);

    private final CorrelationRule rule;
    private final CorrelationFindings findings;
    private final Instant now;

    public CorrelationJudge(AccountRegion scope, CorrelationRule rule, Instant now) {
        this.rule = rule;
        this.findings = new CorrelationFindings(scope, rule);
        this.now = now;
    }

    /**
     * A decision.
     *
     * @param after what is to be kept
     * @param told what the hub is to be told, null when nothing
     */
    public record Decision(Correlation after, @Nullable ObjectNode told) {}

    /**
     * Judges a resource after findings were written.
     *
     * @param written for each of them what the rule sees it as on this resource, which may be nothing
     */
    public Decision judge(Correlation before, Map<FindingKey, List<Sighting>> written) {
        Correlation current = before;
        for (Map.Entry<FindingKey, List<Sighting>> entry : written.entrySet()) {
            current = current.seen(entry.getKey(), entry.getValue(), endsWhen());
        }
        List<Sighting> causes = causes(current);
        return causes.isEmpty() ? ended(current) : told(current, causes);
    }

    /** Archives what the rule had said, if it is the rule's to archive; null when there is nothing. */
    public static @Nullable ObjectNode withdrawal(Correlation correlation, Instant now) {
        return correlation.isOpen() && correlation.told() != null
                ? CorrelationFindings.archived(correlation.told(), now)
                : null;
    }

    private Decision told(Correlation current, List<Sighting> causes) {
        ObjectNode told = current.told();
        ObjectNode next = findings.active(current.resource(), causes, told, now);
        boolean isOpen = endsWhen() != EndsWhen.NEVER;
        boolean isNews = told == null
                || !CorrelationFindings.isSame(told, next)
                || now.isAfter(CorrelationFindings.toldAt(told).plus(REFRESH));
        return isNews
                ? new Decision(with(current, isOpen, next), next)
                : new Decision(with(current, isOpen, told), null);
    }

    private Decision ended(Correlation current) {
        ObjectNode withdrawal = withdrawal(current, now);
        return withdrawal == null
                ? new Decision(with(current, false, current.told()), null)
                : new Decision(with(current, false, withdrawal), withdrawal);
    }

    /** What the finding is made of; nothing when there is to be none. */
    private List<Sighting> causes(Correlation current) {
        List<Sighting> all = current.sightings();
        if (endsWhen() != EndsWhen.ALL_CAUSES_END) {
            return named(CauseChoice.of(rule.question(), all), all);
        }
        List<Sighting> choice = CauseChoice.lasting(rule.question(), all);
        boolean lasts = current.isOpen() && all.stream().anyMatch(Sighting::isLive);
        return choice.isEmpty() && lasts ? named(all, all) : named(choice, all);
    }

    /**
     * The chosen ones and the best of what else was seen, a finding once; in an order that does not change as long as
     * they are the same.
     */
    private static List<Sighting> named(List<Sighting> choice, List<Sighting> all) {
        if (choice.isEmpty()) {
            return choice;
        }
        var byFinding = new LinkedHashMap<FindingKey, Sighting>();
        Stream.concat(choice.stream(), all.stream().sorted(Sighting.BEST_FIRST))
                .forEach(sighting -> byFinding.putIfAbsent(sighting.finding(), sighting));
        return byFinding.values().stream()
                .limit(MOST_CAUSES)
                .sorted(Comparator.comparingInt(Sighting::part)
                        .thenComparing(Sighting::since)
                        .thenComparing(sighting -> sighting.finding().productArn())
                        .thenComparing(sighting -> sighting.finding().id()))
                .toList();
    }

    private static Correlation with(Correlation current, boolean isOpen, @Nullable ObjectNode told) {
        return new Correlation(current.ruleId(), current.resource(), current.sightings(), isOpen, told);
    }

    private EndsWhen endsWhen() {
        return rule.question().endsWhen();
    }
}
