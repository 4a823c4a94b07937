// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.automation.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of suppressions and of what they have taken hold of promise. */
public abstract class FindingSuppressionsContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");
    private static final FindingKey ONE = key("one");
    private static final FindingKey TWO = key("two");

    protected abstract Transactions transactions();

    protected abstract FindingSuppressions suppressions();

    protected abstract SuppressedFindings suppressed();

    @Test
    void keepsWhatIsSuppressedAndHowFarItCame() {
        FindingSuppression byCriteria =
                suppression("a", new Subject.Matching(aRule("any").build().criteria()), NOW.plusSeconds(9));
        FindingSuppression byName = suppression("b", new Subject.Named(List.of(ONE, TWO)), null);
        put(HOME, byCriteria);
        put(HOME, byName);
        assertThat(find(HOME, "a")).isEqualTo(byCriteria);
        assertThat(find(HOME, "b")).isEqualTo(byName);
        assertThat(find(NEIGHBOR, "a")).isNull();
        put(HOME, byCriteria.advanced("2:ab"));
        assertThat(find(HOME, "a")).isEqualTo(byCriteria.advanced("2:ab"));
        put(HOME, byCriteria.released());
        assertThat(find(HOME, "a")).isEqualTo(byCriteria.released());
    }

    @Test
    void listsTheNewestFirstAndKnowsWhoHasAny() {
        put(HOME, suppression("old", new Subject.Named(List.of(ONE)), null));
        for (String id : List.of("b", "a")) {
            put(
                    HOME,
                    new FindingSuppression(
                            id,
                            "later",
                            new Subject.Named(List.of(ONE)),
                            null,
                            NOW.plusSeconds(1),
                            "me",
                            State.ACTIVE,
                            null));
        }
        Page<FindingSuppression> first = list(PageRequest.first(2));
        assertThat(first.items()).extracting(FindingSuppression::id).containsExactly("a", "b");
        Page<FindingSuppression> second = list(new PageRequest(2, first.next()));
        assertThat(second.items()).extracting(FindingSuppression::id).containsExactly("old");
        assertThat(second.next()).isNull();
        assertThat(list(new PageRequest(1, list(PageRequest.first(1)).next())).items())
                .extracting(FindingSuppression::id)
                .containsExactly("b");
        assertThat(all(HOME)).extracting(FindingSuppression::id).containsExactly("old", "a", "b");
        assertThat(scopes()).containsExactly(HOME);
    }

    @Test
    void removesOneOrAllSuppressions() {
        put(HOME, suppression("a", new Subject.Named(List.of(ONE)), null));
        put(HOME, suppression("b", new Subject.Named(List.of(ONE)), null));
        put(NEIGHBOR, suppression("a", new Subject.Named(List.of(ONE)), null));
        transactions().change(tx -> suppressions().remove(tx, HOME, "a"));
        assertThat(all(HOME)).extracting(FindingSuppression::id).containsExactly("b");
        transactions().change(tx -> suppressions().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
        assertThat(all(NEIGHBOR)).hasSize(1);
    }

    @Test
    void remembersWhatFindingsGoBackTo() {
        SuppressedFinding first = held(ONE, "a", WorkflowStatus.NEW);
        SuppressedFinding second = held(ONE, "b", WorkflowStatus.NEW);
        hold(HOME, first, second, held(TWO, "a", WorkflowStatus.NOTIFIED));
        hold(HOME, first.withFormer(WorkflowStatus.RESOLVED));
        assertThat(of(HOME, ONE)).containsExactlyInAnyOrder(first.withFormer(WorkflowStatus.RESOLVED), second);
        assertThat(of(NEIGHBOR, ONE)).isEmpty();
        assertThat(heldBy("a", 9)).extracting(SuppressedFinding::key).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(heldBy("a", 1)).hasSize(1);
        assertThat(count("a")).isEqualTo(2);
    }

    @Test
    void remembersWhatPeopleHaveDecided() {
        hold(HOME, held(ONE, "a", WorkflowStatus.NEW), held(ONE, "b", WorkflowStatus.NEW));
        hold(HOME, held(TWO, "a", WorkflowStatus.NEW));
        hold(NEIGHBOR, held(ONE, "a", WorkflowStatus.NEW));
        transactions().change(tx -> suppressed().overrule(tx, HOME, List.of(ONE)));
        assertThat(of(HOME, ONE)).hasSize(2).allMatch(SuppressedFinding::isOverruled);
        assertThat(of(HOME, TWO)).noneMatch(SuppressedFinding::isOverruled);
        assertThat(of(NEIGHBOR, ONE)).noneMatch(SuppressedFinding::isOverruled);
        assertThat(count("a")).isEqualTo(1);
        assertThat(heldBy("a", 9)).hasSize(2);
    }

    @Test
    void forgetsBySuppressionAndByFinding() {
        hold(HOME, held(ONE, "a", WorkflowStatus.NEW), held(ONE, "b", WorkflowStatus.NEW));
        hold(HOME, held(TWO, "a", WorkflowStatus.NEW));
        hold(NEIGHBOR, held(ONE, "a", WorkflowStatus.NEW));
        transactions().change(tx -> suppressed().remove(tx, HOME, "a", List.of(ONE)));
        assertThat(of(HOME, ONE)).extracting(SuppressedFinding::suppressionId).containsExactly("b");
        assertThat(of(HOME, TWO)).hasSize(1);
        transactions().change(tx -> suppressed().forget(tx, HOME, List.of(ONE)));
        assertThat(of(HOME, ONE)).isEmpty();
        transactions().change(tx -> suppressed().removeAll(tx, HOME));
        assertThat(of(HOME, TWO)).isEmpty();
        assertThat(of(NEIGHBOR, ONE)).hasSize(1);
    }

    private void put(AccountRegion scope, FindingSuppression suppression) {
        transactions().change(tx -> suppressions().put(tx, scope, suppression));
    }

    private @Nullable FindingSuppression find(AccountRegion scope, String id) {
        return transactions().read(tx -> suppressions().find(tx, scope, id));
    }

    private List<FindingSuppression> all(AccountRegion scope) {
        return transactions().read(tx -> suppressions().all(tx, scope));
    }

    private List<AccountRegion> scopes() {
        return transactions().read(tx -> suppressions().scopes(tx));
    }

    private Page<FindingSuppression> list(PageRequest page) {
        return transactions().read(tx -> suppressions().list(tx, HOME, page));
    }

    private void hold(AccountRegion scope, SuppressedFinding... held) {
        transactions().change(tx -> suppressed().put(tx, scope, List.of(held)));
    }

    private List<SuppressedFinding> of(AccountRegion scope, FindingKey key) {
        Map<FindingKey, List<SuppressedFinding>> held =
                transactions().read(tx -> suppressed().of(tx, scope, List.of(key)));
        return held.getOrDefault(key, List.of());
    }

    private List<SuppressedFinding> heldBy(String suppressionId, int limit) {
        return transactions().read(tx -> suppressed().heldBy(tx, HOME, suppressionId, limit));
    }

    private int count(String suppressionId) {
        return transactions().read(tx -> suppressed().count(tx, HOME, suppressionId));
    }

    private static SuppressedFinding held(FindingKey key, String suppressionId, WorkflowStatus former) {
        return new SuppressedFinding(key, suppressionId, former, false);
    }

    private static FindingSuppression suppression(String id, Subject subject, @Nullable Instant expiresAt) {
        return new FindingSuppression(
                id,
                "a reason \u2603",
                subject,
                expiresAt,
                NOW,
                "arn:aws:iam::123456789012:user/admin",
                State.APPLYING,
                null);
    }

    private static FindingKey key(String id) {
        return new FindingKey("arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default", id);
    }
}
