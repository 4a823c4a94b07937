// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import static io.fleetward.hub.correlation.CorrelationRuleBuilder.CREATED;
import static io.fleetward.hub.correlation.CorrelationRuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetward.hub.correlation.CorrelationRule.Status;
import io.fleetward.hub.finding.SeverityLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationRuleTest {
    private static final Instant LATER = CREATED.plusSeconds(60);

    @Test
    void goesThroughStoredFindingsPartByPart() {
        CorrelationRule rule = aRule().build();
        assertThat(rule.isWatching()).isTrue();
        assertThat(rule.progress()).isEqualTo(new RuleProgress(RuleProgress.Phase.EVALUATING, 0, null));
        rule = rule.advanced("2:ab");
        assertThat(rule.progress()).isEqualTo(new RuleProgress(RuleProgress.Phase.EVALUATING, 0, "2:ab"));
        rule = rule.advanced(null);
        assertThat(rule.progress()).isEqualTo(new RuleProgress(RuleProgress.Phase.EVALUATING, 1, null));
        assertThat(rule.advanced(null).progress()).isEqualTo(RuleProgress.SETTLED);
    }

    @Test
    void restsWhileItIsDisabled() {
        CorrelationRule rule = aRule().status(Status.DISABLED).build();
        assertThat(rule.progress()).isEqualTo(RuleProgress.SETTLED);
        assertThat(rule.isWatching()).isFalse();
        assertThat(rule.restarted()).isEqualTo(rule);
        CorrelationRule enabled = rule.changed(rule.settings(), Status.ENABLED, LATER);
        assertThat(enabled.isWatching()).isFalse();
        assertThat(enabled.retired().isWatching()).isTrue();
        assertThat(enabled.updatedAt()).isEqualTo(LATER);
        CorrelationRule disabled = enabled.retired().changed(rule.settings(), Status.DISABLED, LATER);
        assertThat(disabled.progress()).isEqualTo(RuleProgress.RETIRING);
        assertThat(disabled.retired().progress()).isEqualTo(RuleProgress.SETTLED);
    }

    @Test
    void beginsAnewWhenItAsksSomethingElse() {
        CorrelationRule rule = aRule().build().advanced("2:ab");
        var renamed = new CorrelationRule.Settings("other", "text", rule.question(), rule.outcome());
        assertThat(rule.changed(renamed, Status.ENABLED, LATER).progress()).isEqualTo(RuleProgress.BEGINNING);
        assertThat(rule.changed(rule.settings(), Status.ENABLED, LATER).progress())
                .isEqualTo(rule.progress());
        assertThat(rule.isWorking()).isTrue();
        assertThat(rule.settled().isWorking()).isFalse();
        assertThat(rule.settled().restarted().progress()).isEqualTo(RuleProgress.BEGINNING);
        var shorter = new CorrelationRule.Settings(
                "other", "text", aRule().within(Duration.ofMinutes(9)).question(), rule.outcome());
        assertThat(rule.changed(shorter, Status.ENABLED, LATER).progress()).isEqualTo(RuleProgress.RETIRING);
        CorrelationRule deleted = rule.changed(rule.settings(), Status.DELETED, LATER);
        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted.progress()).isEqualTo(RuleProgress.RETIRING);
    }

    @Test
    void refusesQuestionsOutOfBounds() {
        var part = aRule().question().parts().getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> question(1, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> question(6, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> question(2, Duration.ofSeconds(59)));
        assertThatIllegalArgumentException().isThrownBy(() -> question(2, Duration.ofDays(8)));
        assertThat(question(5, Duration.ofDays(7)).parts()).contains(part);
    }

    @Test
    void readsFiltersLikeThoseOfFindings() {
        assertThat(CorrelationPart.read("any", object("{}"))).isInstanceOf(CorrelationPart.Result.Refused.class);
        assertThat(CorrelationPart.read("x", object("{\"Nothing\":[]}")))
                .isInstanceOf(CorrelationPart.Result.Refused.class);
        String mixed = "{\"Title\":[{\"Value\":\"a\",\"Comparison\":\"EQUALS\"},"
                + "{\"Value\":\"b\",\"Comparison\":\"NOT_EQUALS\"}]}";
        assertThat(CorrelationPart.read("x", object(mixed))).isInstanceOf(CorrelationPart.Result.Refused.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> new CorrelationPart("x", object(mixed)).filter(Instant.EPOCH));
        String fine = "{\"Title\":[{\"Value\":\"a\",\"Comparison\":\"EQUALS\"}]}";
        assertThat(CorrelationPart.read("x", object(fine)))
                .isEqualTo(new CorrelationPart.Result.Read(new CorrelationPart("x", object(fine))));
    }

    @Test
    void countsDaysFromTheMomentItLooks() {
        var rule = aRule().part("recent", "{'CreatedAt':[{'DateRange':{'Value':1,'Unit':'DAYS'}}]}")
                .title("B")
                .build();
        var finding = aFinding().stored(CREATED).finding();
        Instant sameDay = Instant.parse("2026-03-01T20:00:00Z");
        CorrelationSet set = CorrelationSet.of(List.of(rule));
        assertThat(set.at(sameDay).getFirst().sightings(finding)).hasSize(1);
        assertThat(set.at(sameDay.plus(Duration.ofDays(1))).getFirst().sightings(finding))
                .isEmpty();
        assertThat(set.isEmpty()).isFalse();
        var disabled = aRule().status(Status.DISABLED).build();
        assertThat(CorrelationSet.of(List.of(disabled)).isEmpty()).isTrue();
    }

    @Test
    void putsNamesIntoTitles() {
        assertThat(CorrelationOutcome.unknownPlaceholders("{rule} {resource} {thing}"))
                .containsExactly("thing");
        var outcome = new CorrelationOutcome("{rule}: {resource}", SeverityLabel.HIGH, List.of());
        assertThat(outcome.title("$1", "dev\\42")).isEqualTo("$1: dev\\42");
        assertThat(outcome.title("rule", "x".repeat(300))).hasSize(256).endsWith("…");
    }

    private static CorrelationQuestion question(int parts, Duration within) {
        var part = aRule().question().parts().getFirst();
        return new CorrelationQuestion(
                Collections.nCopies(parts, part), JoinKey.RESOURCE_ID, within, false, EndsWhen.ANY_CAUSE_ENDS);
    }
}
