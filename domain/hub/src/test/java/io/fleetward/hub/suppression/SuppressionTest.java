// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.suppression;

import static io.fleetward.hub.automation.RuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final StoredFinding FINDING = aFinding().stored(NOW);
    private static final Subject ANY = new Subject.Matching(aRule("any").build().criteria());

    @Test
    void isInForceUntilItExpiresOrIsReleased() {
        FindingSuppression suppression = suppression("a", ANY, NOW.plusSeconds(1));
        assertThat(suppression.isInForceAt(NOW)).isTrue();
        assertThat(suppression.isInForceAt(NOW.plusSeconds(1))).isFalse();
        assertThat(suppression.released().isInForceAt(NOW)).isFalse();
        assertThat(suppression("b", ANY, null).isExpiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void isActiveOnceAllFindingsAreGoneThrough() {
        FindingSuppression halfway = suppression("a", ANY, null).advanced("2:ab");
        assertThat(halfway.state()).isEqualTo(State.APPLYING);
        assertThat(halfway.position()).isEqualTo("2:ab");
        assertThat(halfway.advanced(null).state()).isEqualTo(State.ACTIVE);
        assertThat(halfway.released().position()).isNull();
    }

    @Test
    void findsThoseThatAreAboutAFinding() {
        Subject recent = new Subject.Matching(aRule("recent")
                .when("{'CreatedAt':[{'DateRange':{'Value':1,'Unit':'DAYS'}}]}")
                .build()
                .criteria());
        Subject others = new Subject.Matching(aRule("others")
                .when("{'Title':[{'Value':'FTP open','Comparison':'EQUALS'}]}")
                .build()
                .criteria());
        Subject named = new Subject.Named(List.of(FINDING.key()));
        var set = SuppressionSet.of(List.of(
                suppression("recent", recent, null),
                suppression("others", others, null),
                suppression("named", named, null),
                suppression("over", named, NOW),
                suppression("any", ANY, null)));
        assertThat(set.isEmpty()).isFalse();
        assertThat(set.at(NOW).about(FINDING.finding())).containsExactlyInAnyOrder("named", "any", "recent");
        assertThat(set.at(NOW.plus(Duration.ofDays(1))).about(FINDING.finding()))
                .containsExactlyInAnyOrder("named", "any");
        assertThat(set.at(NOW).about(aFinding().id("x").stored(NOW).finding())).doesNotContain("named");
        assertThat(SuppressionSet.NONE.isEmpty()).isTrue();
        assertThat(SuppressionSet.NONE.at(NOW).about(FINDING.finding())).isEmpty();
        assertThat(suppression("named", named, null).filter(NOW)).isNull();
    }

    @Test
    void suppressesAndRemembersWhatWasBefore() {
        var outcome = SuppressionOutcome.suppress(FINDING, List.of("a", "b"), List.of(), NOW);
        assertThat(outcome.by()).isEqualTo("a");
        assertThat(status(outcome)).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(outcome.noted()).containsExactly(held("a", WorkflowStatus.NEW), held("b", WorkflowStatus.NEW));
    }

    @Test
    void takesOverWhatAnotherRemembers() {
        StoredFinding suppressed = suppressed();
        var outcome = SuppressionOutcome.suppress(
                suppressed, List.of("a", "b"), List.of(held("a", WorkflowStatus.NOTIFIED)), NOW);
        assertThat(outcome.after()).isNull();
        assertThat(outcome.noted()).containsExactly(held("b", WorkflowStatus.NOTIFIED));
    }

    @Test
    void goesBackToWhatSomethingElseHasSetMeanwhile() {
        var outcome =
                SuppressionOutcome.suppress(FINDING, List.of("a"), List.of(held("a", WorkflowStatus.RESOLVED)), NOW);
        assertThat(status(outcome)).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(outcome.noted()).containsExactly(held("a", WorkflowStatus.NEW));
    }

    @Test
    void leavesAloneWhatAPersonHasDecided() {
        SuppressedFinding overruled = held("a", WorkflowStatus.NEW).overruled();
        var left = SuppressionOutcome.suppress(FINDING, List.of("a"), List.of(overruled), NOW);
        assertThat(left).isEqualTo(new SuppressionOutcome(null, null, List.of()));
        var byAnother = SuppressionOutcome.suppress(FINDING, List.of("a", "b"), List.of(overruled), NOW);
        assertThat(byAnother.by()).isEqualTo("b");
        assertThat(SuppressionOutcome.release(suppressed(), overruled, List.of(), NOW)
                        .after())
                .isNull();
    }

    @Test
    void givesBackWhatWasBeforeOnceNothingHoldsTheFinding() {
        SuppressedFinding released = held("a", WorkflowStatus.NOTIFIED);
        var outcome = SuppressionOutcome.release(suppressed(), released, List.of(), NOW);
        assertThat(status(outcome)).isEqualTo(WorkflowStatus.NOTIFIED);
        assertThat(outcome.by()).isEqualTo("a");
        SuppressedFinding other = held("b", WorkflowStatus.NOTIFIED);
        assertThat(SuppressionOutcome.release(suppressed(), released, List.of(other), NOW)
                        .after())
                .isNull();
        assertThat(SuppressionOutcome.release(suppressed(), released, List.of(other.overruled()), NOW)
                        .after())
                .isNotNull();
        assertThat(SuppressionOutcome.release(FINDING, released, List.of(), NOW).after())
                .isNull();
    }

    private static StoredFinding suppressed() {
        return Objects.requireNonNull(SuppressionOutcome.suppress(FINDING, List.of("a"), List.of(), NOW)
                .after());
    }

    private static WorkflowStatus status(SuppressionOutcome outcome) {
        return Objects.requireNonNull(outcome.after()).finding().workflowStatus();
    }

    private static SuppressedFinding held(String suppressionId, WorkflowStatus former) {
        return new SuppressedFinding(FINDING.key(), suppressionId, former, false);
    }

    private static FindingSuppression suppression(String id, Subject subject, @Nullable Instant expiresAt) {
        return new FindingSuppression(id, "why", subject, expiresAt, NOW, "me", State.APPLYING, null);
    }
}
