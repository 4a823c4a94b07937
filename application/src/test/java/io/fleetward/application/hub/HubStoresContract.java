// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of hubs, product subscriptions and histories promise. */
public abstract class HubStoresContract {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");
    private static final FindingKey KEY =
            new FindingKey("arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default", "one");

    protected abstract Transactions transactions();

    protected abstract Hubs hubs();

    protected abstract ProductSubscriptions products();

    protected abstract FindingHistory history();

    @Test
    void keepsOneHubPerAccountAndRegion() {
        var hub = new Hub(HOME, NOW, null, true, ControlFindingGenerator.SECURITY_CONTROL, Map.of("team", "iot"));
        var off = new Hub(NEIGHBOR, NOW, NOW.plusSeconds(1), false, ControlFindingGenerator.STANDARD_CONTROL, Map.of());
        transactions().change(tx -> {
            hubs().save(tx, hub.withTags(Map.of()));
            hubs().save(tx, hub);
            hubs().save(tx, off);
        });
        assertThat(hub()).isEqualTo(hub);
        assertThat(all()).containsExactly(hub, off);
        transactions().change(tx -> hubs().delete(tx, NEIGHBOR));
        assertThat(all()).containsExactly(hub);
    }

    @Test
    void knowsTheRegionsInWhichAnAccountsHubIsEnabled() {
        AccountRegion second = AccountRegion.of("123456789012", "ap-south-1");
        AccountRegion off = AccountRegion.of("123456789012", "us-east-1");
        transactions().change(tx -> {
            for (AccountRegion scope : List.of(HOME, second, NEIGHBOR)) {
                hubs().save(tx, hub(scope, null));
            }
            hubs().save(tx, hub(off, NOW));
        });
        List<Region> regions = transactions().read(tx -> hubs().regions(tx, HOME.account()));
        assertThat(regions).containsExactly(second.region(), HOME.region());
    }

    @Test
    void subscribesToEachProductOnce() {
        assertThat(add(HOME)).isTrue();
        assertThat(add(HOME)).isFalse();
        assertThat(remove(NEIGHBOR)).isFalse();
        assertThat(remove(HOME)).isTrue();
        assertThat(remove(HOME)).isFalse();
    }

    @Test
    void listsSubscriptionsByPages() {
        transactions().change(tx -> {
            products().add(tx, HOME, "b/b");
            products().add(tx, HOME, "aws/one");
            products().add(tx, HOME, "aws_x/one");
            products().add(tx, NEIGHBOR, "c/c");
        });
        Page<String> first = list(HOME, PageRequest.first(2));
        assertThat(first.items()).containsExactly("aws/one", "aws_x/one");
        Page<String> second = list(HOME, new PageRequest(2, first.next()));
        assertThat(second).isEqualTo(new Page<>(List.of("b/b"), null));
        assertThat(among(Set.of("b/b", "c/c"))).containsExactly("b/b");
    }

    @Test
    void removesSubscriptionsByPrefix() {
        transactions().change(tx -> {
            products().add(tx, HOME, "aws/one");
            products().add(tx, HOME, "aws_x/one");
            products().add(tx, NEIGHBOR, "aws/one");
            products().removeAll(tx, HOME, "aws/");
        });
        assertThat(list(HOME, PageRequest.first(9)).items()).containsExactly("aws_x/one");
        transactions().change(tx -> products().removeAll(tx, HOME, ""));
        assertThat(list(HOME, PageRequest.first(9)).items()).isEmpty();
        assertThat(list(NEIGHBOR, PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void tellsTheLatestChangesFirstByPages() {
        transactions().change(tx -> history().append(tx, HOME, List.of(change(1), change(2), change(3))));
        var span = new FindingHistory.Span(KEY, NOW, NOW.plusSeconds(3));
        Page<FindingChange> first = list(HOME, span, PageRequest.first(2));
        assertThat(first.items()).containsExactly(change(3), change(2));
        Page<FindingChange> second = list(HOME, span, new PageRequest(2, first.next()));
        assertThat(second).isEqualTo(new Page<>(List.of(change(1)), null));
        var late = new FindingHistory.Span(KEY, NOW.plusSeconds(2), NOW.plusSeconds(2));
        assertThat(list(HOME, late, PageRequest.first(9)).items()).containsExactly(change(2));
        assertThat(list(NEIGHBOR, span, PageRequest.first(9)).items()).isEmpty();
    }

    @Test
    void forgetsHistoriesOfFindingsAndOfOldTimes() {
        transactions().change(tx -> history().append(tx, HOME, List.of(change(1), change(2), change(3))));
        assertThat(deleteBefore(NEIGHBOR, NOW.plusSeconds(9), 9)).isZero();
        assertThat(deleteBefore(HOME, NOW.plusSeconds(2), 9)).isEqualTo(1);
        assertThat(deleteBefore(HOME, NOW.plusSeconds(9), 1)).isEqualTo(1);
        transactions().change(tx -> history().delete(tx, NEIGHBOR, List.of(KEY)));
        var span = new FindingHistory.Span(KEY, NOW, NOW.plusSeconds(9));
        assertThat(list(HOME, span, PageRequest.first(9)).items()).hasSize(1);
        transactions().change(tx -> history().delete(tx, HOME, List.of(KEY)));
        assertThat(list(HOME, span, PageRequest.first(9)).items()).isEmpty();
    }

    private static Hub hub(AccountRegion scope, @Nullable Instant disabledAt) {
        return new Hub(scope, NOW, disabledAt, true, ControlFindingGenerator.SECURITY_CONTROL, Map.of());
    }

    private @Nullable Hub hub() {
        return transactions().read(tx -> hubs().find(tx, HOME));
    }

    private List<Hub> all() {
        return transactions().read(tx -> hubs().all(tx));
    }

    private boolean add(AccountRegion scope) {
        return transactions().write(tx -> products().add(tx, scope, "aws/one"));
    }

    private boolean remove(AccountRegion scope) {
        return transactions().write(tx -> products().remove(tx, scope, "aws/one"));
    }

    private Set<String> among(Set<String> asked) {
        return transactions().read(tx -> products().among(tx, HOME, asked));
    }

    private Page<String> list(AccountRegion scope, PageRequest page) {
        return transactions().read(tx -> products().list(tx, scope, page));
    }

    private Page<FindingChange> list(AccountRegion scope, FindingHistory.Span span, PageRequest page) {
        return transactions().read(tx -> history().list(tx, scope, span, page));
    }

    private int deleteBefore(AccountRegion scope, Instant moment, int limit) {
        return transactions().write(tx -> history().deleteBefore(tx, scope, moment, limit));
    }

    private static FindingChange change(int revision) {
        var source = new Source(Call.BATCH_UPDATE_FINDINGS, "arn:aws:iam::123456789012:user/admin");
        List<FieldUpdate> updates = revision == 1
                ? List.of()
                : List.of(new FieldUpdate("Workflow.Status", "NEW", "RESOLVED"), new FieldUpdate("Note", null, "{}"));
        return new FindingChange(KEY, revision, NOW.plusSeconds(revision), revision == 1, source, updates);
    }
}
