// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.custom.CheckPredicate;
import io.fleetward.audit.custom.CheckPredicate.Verdict;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.Fact;
import io.fleetward.audit.custom.PredicateLanguage.Outcome;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check that an account wrote itself: a resource for which the predicate holds is not compliant.
 *
 * <p>Immutable. The first resource of which nothing can be told fails the check as a whole: an audit that passes over
 * resources would call an account compliant without having looked. A finding shows the facts that the predicate named.
 */
public final class CustomAuditCheck implements AuditCheck {
    private static final int LONGEST_FACT = 256;

    private final CustomCheck definition;
    private final Outcome outcome;

    /** @param outcome what became of the definition's expression; a refused one fails every run */
    public CustomAuditCheck(CustomCheck definition, Outcome outcome) {
        this.definition = definition;
        this.outcome = outcome;
    }

    /**
     * What a trial of the check came to.
     *
     * @param judged how many resources were judged
     * @param flagged how many of them are not compliant
     * @param first the first of those, in the order of the registry
     * @param isComplete whether there were no more resources to judge
     * @param fault why the trial ended early, null when it did not
     */
    public record Trial(
            long judged,
            long flagged,
            List<AuditedResource> first,
            boolean isComplete,
            @Nullable String fault) {
        public Trial {
            first = List.copyOf(first);
        }
    }

    /** How far a trial goes: how many resources it judges, and how many of the flagged ones it shows. */
    public record TrialLimits(long judged, int shown) {}

    @Override
    public CheckDescription description() {
        return new CheckDescription(
                definition.name(),
                definition.title(),
                definition.severity(),
                definition.subject().resourceType(),
                CheckDescription.VULNERABILITIES,
                List.of(definition.reasonCode()),
                List.of());
    }

    /** What the account wrote. */
    public CustomCheck definition() {
        return definition;
    }

    @Override
    public boolean readsConnections() {
        return names(Fact.Source.ACTIVITY);
    }

    @Override
    public boolean judgesConfiguration() {
        return !names(Fact.Source.ACTIVITY);
    }

    /** Whether all that the predicate names can be read off a resource by itself, be it in a file. */
    public boolean needsOnlyTheResource() {
        return !names(Fact.Source.ACTIVITY) && !names(Fact.Source.REGISTRY);
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        CheckPredicate predicate = predicate();
        var found = new ArrayList<NonCompliance>();
        long[] total = new long[1];
        view.inventory().of(definition.subject()).forEach(profile -> {
            total[0]++;
            AuditedResource flagged = judge(predicate, profile, now);
            if (flagged != null) {
                found.add(new NonCompliance(flagged, List.of(), definition.reasonCode(), definition.reason()));
            }
        });
        return new CheckResult(total[0], found);
    }

    /** Judges the first resources without any consequence. */
    public Trial rehearse(RegistryView view, Instant now, TrialLimits limits) {
        var first = new ArrayList<AuditedResource>();
        long judged = 0;
        long flagged = 0;
        try {
            CheckPredicate predicate = predicate();
            Iterator<? extends Profile> profiles =
                    view.inventory().of(definition.subject()).iterator();
            while (profiles.hasNext()) {
                if (judged == limits.judged()) {
                    return new Trial(judged, flagged, first, false, null);
                }
                AuditedResource resource = judge(predicate, profiles.next(), now);
                judged++;
                if (resource != null) {
                    flagged++;
                    if (first.size() < limits.shown()) {
                        first.add(resource);
                    }
                }
            }
            return new Trial(judged, flagged, first, true, null);
        } catch (UndecidedCheckException undecided) {
            return new Trial(judged, flagged, first, false, undecided.getMessage());
        }
    }

    /** Null when the resource is compliant. */
    private @Nullable AuditedResource judge(CheckPredicate predicate, Profile profile, Instant now) {
        Map<String, Object> values = definition.subject().read(profile, predicate.facts());
        return switch (predicate.test(values, now)) {
            case Verdict.Decided(boolean holds) ->
                holds ? new AuditedResource(profile.identifier(), shown(values)) : null;
            case Verdict.Undecided(String why) ->
                throw new UndecidedCheckException("The expression cannot be evaluated for " + definition.subject() + " "
                        + profile.identifier().text() + ": " + why);
        };
    }

    private CheckPredicate predicate() {
        return switch (outcome) {
            case Outcome.Compiled(CheckPredicate predicate) -> predicate;
            case Outcome.Refused(List<Problem> problems) ->
                throw new UndecidedCheckException(problems.stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("; ", "The expression is not understood: ", ".")));
        };
    }

    private boolean names(Fact.Source source) {
        return outcome instanceof Outcome.Compiled(CheckPredicate predicate)
                && predicate.facts().stream()
                        .map(definition.subject()::find)
                        .anyMatch(fact -> fact != null && fact.source() == source);
    }

    private static Map<String, String> shown(Map<String, Object> values) {
        var shown = new HashMap<String, String>();
        values.forEach((name, value) -> {
            String text = value.toString();
            shown.put(name, text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT - 1) + "…");
        });
        return shown;
    }
}
