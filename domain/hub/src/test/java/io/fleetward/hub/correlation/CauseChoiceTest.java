// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import static io.fleetward.hub.correlation.CorrelationRuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.FindingKey;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CauseChoiceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CorrelationQuestion WITHIN_AN_HOUR = aRule().question();
    private static final CorrelationQuestion IN_ORDER = aRule().ordered().question();

    @Test
    void wantsAFindingOfEachPart() {
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of())).isEmpty();
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0)))).isEmpty();
        assertThat(ids(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(1, "b", 5), at(0, "a", 0)))))
                .containsExactly("a", "b");
    }

    @Test
    void wantsDifferentFindings() {
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0), at(1, "a", 0))))
                .isEmpty();
        assertThat(ids(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0), at(1, "a", 0), at(0, "b", -9)))))
                .containsExactly("b", "a");
    }

    @Test
    void wantsThemWithinTheSpan() {
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0), at(1, "b", 60))))
                .hasSize(2);
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0), at(1, "b", 61))))
                .isEmpty();
    }

    @Test
    void findsOlderOnesWhenTheNewestAreTooFarApart() {
        List<Sighting> sightings = List.of(at(0, "new", 120), at(0, "old", 0), at(1, "b", 30));
        assertThat(ids(CauseChoice.of(WITHIN_AN_HOUR, sightings))).containsExactly("old", "b");
    }

    @Test
    void countsAllTheTimeThatAFindingLasted() {
        Sighting lasting = lasting(0, "a", -600, 0);
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(lasting, at(1, "b", -300))))
                .hasSize(2);
        assertThat(CauseChoice.of(WITHIN_AN_HOUR, List.of(lasting, at(1, "b", -661))))
                .isEmpty();
    }

    @Test
    void mindsTheOrderOfBeginnings() {
        assertThat(CauseChoice.of(IN_ORDER, List.of(at(0, "a", 5), at(1, "b", 0))))
                .isEmpty();
        assertThat(ids(CauseChoice.of(IN_ORDER, List.of(at(0, "a", 5), at(1, "b", 0), at(1, "c", 5)))))
                .containsExactly("a", "c");
        assertThat(CauseChoice.of(IN_ORDER, List.of(lasting(0, "a", -30, 60), at(1, "b", 0))))
                .hasSize(2);
    }

    @Test
    void prefersWhatLasts() {
        Sighting ended = at(1, "new", 9).ended();
        assertThat(ids(CauseChoice.of(WITHIN_AN_HOUR, List.of(at(0, "a", 0), ended, at(1, "b", 0)))))
                .containsExactly("a", "b");
        assertThat(CauseChoice.lasting(WITHIN_AN_HOUR, List.of(at(0, "a", 0).ended(), ended)))
                .isEmpty();
        assertThat(ids(CauseChoice.lasting(WITHIN_AN_HOUR, List.of(at(0, "a", 0), ended))))
                .containsExactly("a", "new");
    }

    @Test
    void findsAChoiceWheneverThereIsOne() {
        RandomGenerator random = Seed.current().generator();
        int found = 0;
        for (int round = 0; round < 2000; round++) {
            CorrelationQuestion question = question(random);
            List<Sighting> sightings = sightings(random, question.parts().size());
            List<Sighting> choice = CauseChoice.of(question, sightings);
            assertThat(!choice.isEmpty()).isEqualTo(exists(question, sightings, new ArrayList<>()));
            if (!choice.isEmpty()) {
                assertThat(isRight(question, choice)).isTrue();
                assertThat(sightings).containsAll(choice);
                found++;
            }
        }
        assertThat(found).isBetween(200, 1800);
    }

    private static CorrelationQuestion question(RandomGenerator random) {
        var rule = aRule().within(Duration.ofMinutes(random.nextInt(1, 90)));
        for (int part = random.nextInt(2, 5); part > 0; part--) {
            rule.title("part " + part);
        }
        return (random.nextBoolean() ? rule.ordered() : rule).question();
    }

    private static List<Sighting> sightings(RandomGenerator random, int parts) {
        var sightings = new ArrayList<Sighting>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int seen = random.nextInt(180);
            int since = seen - random.nextInt(40) * random.nextInt(2);
            sightings.add(lasting(random.nextInt(parts), "f" + random.nextInt(6), since, seen));
        }
        return sightings;
    }

    /** Tries every choice. */
    private static boolean exists(CorrelationQuestion question, List<Sighting> sightings, List<Sighting> chosen) {
        int part = chosen.size();
        if (part == question.parts().size()) {
            return isRight(question, chosen);
        }
        for (Sighting next : sightings) {
            if (next.part() == part) {
                var more = new ArrayList<>(chosen);
                more.add(next);
                if (exists(question, sightings, more)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRight(CorrelationQuestion question, List<Sighting> choice) {
        boolean areDifferent = choice.stream().map(Sighting::finding).distinct().count() == choice.size();
        Instant begun =
                choice.stream().map(Sighting::since).max(Instant::compareTo).orElseThrow();
        Instant seen =
                choice.stream().map(Sighting::seen).min(Instant::compareTo).orElseThrow();
        boolean isWithin = !seen.plus(question.within()).isBefore(begun);
        List<Instant> beginnings = choice.stream().map(Sighting::since).toList();
        boolean isInOrder = beginnings.equals(beginnings.stream().sorted().toList());
        return areDifferent && isWithin && (isInOrder || !question.isOrdered());
    }

    private static List<String> ids(List<Sighting> choice) {
        return choice.stream().map(sighting -> sighting.finding().id()).toList();
    }

    private static Sighting at(int part, String id, int minutes) {
        return lasting(part, id, minutes, minutes);
    }

    private static Sighting lasting(int part, String id, int since, int seen) {
        var key = new FindingKey("product", id);
        return new Sighting(part, key, NOON.plus(Duration.ofMinutes(since)), NOON.plus(Duration.ofMinutes(seen)), true);
    }
}
