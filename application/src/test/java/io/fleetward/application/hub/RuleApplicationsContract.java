// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.automation.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store of applications of rules promises. */
public abstract class RuleApplicationsContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract RuleApplications applications();

    @Test
    void keepsWhatHasBecomeOfEach() {
        RuleApplication started = application("a", NOW);
        RuleApplication halfway = started.advanced("32:8000", 7, 3, NOW);
        put(HOME, started);
        assertThat(find(HOME, "a")).isEqualTo(started);
        put(HOME, halfway);
        assertThat(find(HOME, "a")).isEqualTo(halfway);
        put(HOME, halfway.advanced(null, 1, 1, NOW.plusSeconds(1)));
        assertThat(find(HOME, "a")).isEqualTo(halfway.advanced(null, 1, 1, NOW.plusSeconds(1)));
        assertThat(find(NEIGHBOR, "a")).isNull();
    }

    @Test
    void isTheQueueOfThoseInProgress() {
        put(HOME, application("late", NOW.plusSeconds(2)));
        put(HOME, application("b", NOW));
        put(HOME, application("a", NOW));
        put(HOME, application("over", NOW).canceled(NOW));
        put(NEIGHBOR, application("over", NOW).canceled(NOW));
        assertThat(transactions()
                        .<List<RuleApplication>>read(tx -> applications().inProgress(tx, HOME)))
                .extracting(RuleApplication::id)
                .containsExactly("a", "b", "late");
        assertThat(transactions().<List<AccountRegion>>read(tx -> applications().scopesInProgress(tx)))
                .containsExactly(HOME);
    }

    @Test
    void listsTheNewestFirstByPages() {
        put(HOME, application("old", NOW));
        put(HOME, application("b", NOW.plusSeconds(1)));
        put(HOME, application("a", NOW.plusSeconds(1)));
        put(NEIGHBOR, application("c", NOW));
        Page<RuleApplication> first = list(PageRequest.first(2));
        assertThat(first.items()).extracting(RuleApplication::id).containsExactly("a", "b");
        Page<RuleApplication> second = list(new PageRequest(2, first.next()));
        assertThat(second.items()).extracting(RuleApplication::id).containsExactly("old");
        assertThat(second.next()).isNull();
        assertThat(list(new PageRequest(1, list(PageRequest.first(1)).next())).items())
                .extracting(RuleApplication::id)
                .containsExactly("b");
    }

    @Test
    void forgetsWhatIsOver() {
        put(HOME, application("going", NOW));
        put(HOME, application("old", NOW).canceled(NOW));
        put(HOME, application("new", NOW).canceled(NOW.plusSeconds(1)));
        put(NEIGHBOR, application("old", NOW).canceled(NOW));
        transactions().change(tx -> applications().removeEndedBefore(tx, HOME, NOW.plusSeconds(1)));
        assertThat(list(PageRequest.first(9)).items())
                .extracting(RuleApplication::id)
                .containsExactly("going", "new");
        transactions().change(tx -> applications().removeAll(tx, HOME));
        assertThat(list(PageRequest.first(9)).items()).isEmpty();
        assertThat(find(NEIGHBOR, "old")).isNotNull();
    }

    private void put(AccountRegion scope, RuleApplication application) {
        transactions().change(tx -> applications().put(tx, scope, application));
    }

    private @Nullable RuleApplication find(AccountRegion scope, String id) {
        return transactions().read(tx -> applications().find(tx, scope, id));
    }

    private Page<RuleApplication> list(PageRequest page) {
        return transactions().read(tx -> applications().list(tx, HOME, page));
    }

    private static RuleApplication application(String id, Instant startedAt) {
        return RuleApplication.start(id, aRule("rule").build(), startedAt, "arn:aws:iam::123456789012:user/admin");
    }
}
