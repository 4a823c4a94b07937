// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a different finding of each part, all within the span of a question.
 *
 * <p>A finding stands for all the time from its beginning to its last observation: findings are within a span when some
 * moment of each is, that is, when the last of them began no later than that after the first was last seen. Of several
 * choices it is the one with the best finding of the first part, of these the best of the second, and so on.
 */
final class CauseChoice {
    private final CorrelationQuestion question;
    private final List<List<Sighting>> byPart = new ArrayList<>();
    private final List<Sighting> chosen = new ArrayList<>();

    private CauseChoice(CorrelationQuestion question, List<Sighting> sightings) {
        this.question = question;
        for (int part = 0; part < question.parts().size(); part++) {
            int number = part;
            byPart.add(sightings.stream()
                    .filter(sighting -> sighting.part() == number)
                    .sorted(Sighting.BEST_FIRST)
                    .toList());
        }
    }

    /** One finding of each part, in the order of parts; empty when there is no such choice. */
    static List<Sighting> of(CorrelationQuestion question, List<Sighting> sightings) {
        var choice = new CauseChoice(question, sightings);
        return choice.choose(Span.NONE) ? List.copyOf(choice.chosen) : List.of();
    }

    /** The same with one finding at least that lasts; what else has ended may serve too. */
    static List<Sighting> lasting(CorrelationQuestion question, List<Sighting> sightings) {
        return sightings.stream()
                .filter(Sighting::isLive)
                .sorted(Sighting.BEST_FIRST)
                .map(live -> of(
                        question,
                        sightings.stream()
                                .filter(other -> other.part() != live.part() || other.equals(live))
                                .toList()))
                .filter(choice -> !choice.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Chooses for the parts that are left, those before them spanning that much. */
    private boolean choose(Span span) {
        if (chosen.size() == byPart.size()) {
            return true;
        }
        if (!isPossible(span)) {
            return false;
        }
        for (Sighting next : byPart.get(chosen.size())) {
            if (!isTaken(next) && isInOrder(next) && fits(span.with(next))) {
                chosen.add(next);
                if (choose(span.with(next))) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    /** Whether each part that is left has something within reach; tells soon that there is no choice. */
    private boolean isPossible(Span span) {
        return byPart.stream()
                .skip(chosen.size())
                .allMatch(part -> part.stream().anyMatch(next -> fits(span.with(next))));
    }

    private boolean fits(Span span) {
        return Duration.between(span.firstSeen(), span.lastBeginning()).compareTo(question.within()) <= 0;
    }

    /** When the last of some findings began, and when the first of them was last seen. */
    private record Span(Instant lastBeginning, Instant firstSeen) {
        static final Span NONE = new Span(Instant.MIN, Instant.MAX);

        Span with(Sighting next) {
            return new Span(
                    next.since().isAfter(lastBeginning) ? next.since() : lastBeginning,
                    next.seen().isBefore(firstSeen) ? next.seen() : firstSeen);
        }
    }

    private boolean isTaken(Sighting next) {
        return chosen.stream().anyMatch(other -> other.finding().equals(next.finding()));
    }

    private boolean isInOrder(Sighting next) {
        return !question.isOrdered()
                || chosen.isEmpty()
                || !next.since().isBefore(chosen.getLast().since());
    }
}
