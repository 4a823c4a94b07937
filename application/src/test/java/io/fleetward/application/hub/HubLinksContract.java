// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.Member.Invitation;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of members, finding aggregators and delegations promise. */
public abstract class HubLinksContract {
    protected static final AccountRegion ADMINISTRATOR = AccountRegion.of("111111111111", "eu-west-1");
    private static final AccountRegion OTHER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion ELSEWHERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract HubLinks links();

    @Test
    void keepsMembersAsTheyWereSaved() {
        Member created = Member.created(ADMINISTRATOR, account(3), null, NOW);
        Member invited = Objects.requireNonNull(Member.created(ADMINISTRATOR, account(4), "a@example.com", NOW)
                .invited(new Invitation("id-4", NOW.plusSeconds(1)), NOW.plusSeconds(2)));
        Member ofOrganization = Member.ofOrganization(OTHER, account(3), "b@example.com", NOW);
        save(created, invited, ofOrganization);
        for (Member member : List.of(created, invited, ofOrganization)) {
            assertThat(find(member.administrator(), member.account())).isEqualTo(member);
        }
        assertThat(find(ELSEWHERE, account(3))).isNull();
        Member removed = ofOrganization.removed(NOW.plusSeconds(9));
        save(removed);
        assertThat(find(OTHER, account(3))).isEqualTo(removed);
        transactions().change(tx -> links().members().delete(tx, ADMINISTRATOR, account(3)));
        assertThat(find(ADMINISTRATOR, account(3))).isNull();
        assertThat(find(OTHER, account(3))).isEqualTo(removed);
    }

    @Test
    void listsAndCountsMembersOfOneAdministratorInOneRegion() {
        Member first = Member.ofOrganization(ADMINISTRATOR, account(3), null, NOW);
        Member second = Member.created(ADMINISTRATOR, account(4), null, NOW);
        Member third = Member.ofOrganization(ADMINISTRATOR, account(5), null, NOW);
        save(third, second, first);
        save(Member.ofOrganization(OTHER, account(6), null, NOW));
        save(Member.ofOrganization(ELSEWHERE, account(7), null, NOW));
        assertThat(list(null, PageRequest.first(9)).items()).containsExactly(first, second, third);
        Page<Member> page = list(MemberStatus.ENABLED, PageRequest.first(1));
        assertThat(page.items()).containsExactly(first);
        assertThat(list(MemberStatus.ENABLED, new PageRequest(1, page.next())))
                .isEqualTo(new Page<>(List.of(third), null));
        List<AccountId> enabled = read(tx -> links().members().enabled(tx, ADMINISTRATOR));
        assertThat(enabled).containsExactly(account(3), account(5));
        assertThat(count(null)).isEqualTo(3);
        assertThat(count(MemberStatus.ENABLED)).isEqualTo(2);
        assertThat(count(MemberStatus.INVITED)).isZero();
    }

    @Test
    void knowsWhomAnAccountFollows() {
        Member member = Member.ofOrganization(ADMINISTRATOR, account(3), null, NOW);
        save(Member.created(OTHER, account(3), null, NOW), member);
        assertThat(following(member.scope())).isEqualTo(member);
        var elsewhere = new AccountRegion(account(3), ELSEWHERE.region());
        assertThat(following(elsewhere)).isNull();
        save(member.removed(NOW));
        assertThat(following(member.scope())).isNull();
    }

    @Test
    void letsNoAccountFollowTwo() {
        save(Member.ofOrganization(ADMINISTRATOR, account(3), null, NOW));
        Member second = Member.ofOrganization(OTHER, account(3), null, NOW);
        assertThatThrownBy(() -> save(second)).isInstanceOf(RuntimeException.class);
        assertThat(find(OTHER, account(3))).isNull();
    }

    @Test
    void listsInvitationsOfOneAccountByPages() {
        Member first = invited(ADMINISTRATOR, account(3));
        Member second = invited(OTHER, account(3));
        save(second, first, invited(ELSEWHERE, account(3)), invited(ADMINISTRATOR, account(4)));
        Page<Member> page = invitations(first.scope(), PageRequest.first(1));
        assertThat(page.items()).containsExactly(first);
        assertThat(invitations(first.scope(), new PageRequest(1, page.next())))
                .isEqualTo(new Page<>(List.of(second), null));
        assertThat(invited(first.scope())).isEqualTo(2);
        save(Objects.requireNonNull(first.declined(NOW)));
        assertThat(invited(first.scope())).isEqualTo(1);
    }

    @Test
    void keepsOneAggregatorPerAccount() {
        var aggregator = new FindingAggregator(ADMINISTRATOR, "first", new RegionLinking(Mode.ALL_REGIONS, List.of()));
        var other = new FindingAggregator(
                OTHER,
                "second",
                new RegionLinking(Mode.SPECIFIED_REGIONS, List.of(new Region("us-east-1"), new Region("ap-south-1"))));
        transactions().change(tx -> {
            links().aggregators().save(tx, aggregator);
            links().aggregators().save(tx, other);
        });
        assertThat(aggregator(ADMINISTRATOR)).isEqualTo(aggregator);
        assertThat(aggregator(OTHER)).isEqualTo(other);
        var changed = new FindingAggregator(ADMINISTRATOR, "first", other.linking());
        transactions().change(tx -> links().aggregators().save(tx, changed));
        assertThat(aggregator(ADMINISTRATOR)).isEqualTo(changed);
        transactions().change(tx -> links().aggregators().delete(tx, ADMINISTRATOR.account()));
        assertThat(aggregator(ADMINISTRATOR)).isNull();
        assertThat(aggregator(OTHER)).isEqualTo(other);
    }

    @Test
    void givesListsUp() {
        Member invited = invited(ADMINISTRATOR, account(3));
        Member ofOrganization = Member.ofOrganization(ADMINISTRATOR, account(4), null, NOW);
        Member others = Member.ofOrganization(OTHER, account(5), null, NOW);
        save(invited, ofOrganization, others);
        transactions().change(tx -> links().members().deleteOfOrganization(tx, ADMINISTRATOR));
        assertThat(list(null, PageRequest.first(9)).items()).containsExactly(invited);
        transactions().change(tx -> links().members().deleteAll(tx, ADMINISTRATOR));
        assertThat(list(null, PageRequest.first(9)).items()).isEmpty();
        assertThat(find(OTHER, account(5))).isEqualTo(others);
    }

    @Test
    void keepsOneDelegationPerManagementAccountAndRegion() {
        var first = new Delegation(ADMINISTRATOR, account(3), false, true, true);
        var elsewhere = new Delegation(ELSEWHERE, account(4), true, false, false);
        transactions().change(tx -> {
            links().delegations().save(tx, new Delegation(ADMINISTRATOR, account(9), true, true, false));
            links().delegations().save(tx, first);
            links().delegations().save(tx, elsewhere);
        });
        assertThat(delegations()).containsExactly(first, elsewhere);
        transactions().change(tx -> {
            assertThat(links().delegations().by(tx, ADMINISTRATOR)).isEqualTo(first);
            assertThat(links().delegations().by(tx, OTHER)).isNull();
            assertThat(links().delegations().to(tx, elsewhere.administrator())).isEqualTo(elsewhere);
            assertThat(links().delegations().to(tx, new AccountRegion(account(4), ADMINISTRATOR.region())))
                    .isNull();
            assertThat(links().delegations().all(tx, OTHER.account())).isEmpty();
            links().delegations().delete(tx, ADMINISTRATOR);
        });
        assertThat(delegations()).containsExactly(elsewhere);
    }

    private List<Delegation> delegations() {
        return read(tx -> links().delegations().all(tx, ADMINISTRATOR.account()));
    }

    private @Nullable FindingAggregator aggregator(AccountRegion home) {
        return read(tx -> links().aggregators().find(tx, home.account()));
    }

    private void save(Member... members) {
        transactions().change(tx -> {
            for (Member member : members) {
                links().members().save(tx, member);
            }
        });
    }

    private @Nullable Member find(AccountRegion administrator, AccountId account) {
        return read(tx -> links().members().find(tx, administrator, account));
    }

    private Page<Member> list(@Nullable MemberStatus status, PageRequest page) {
        return read(tx -> links().members().list(tx, ADMINISTRATOR, status, page));
    }

    private int count(@Nullable MemberStatus status) {
        return read(tx -> links().members().count(tx, ADMINISTRATOR, status));
    }

    private @Nullable Member following(AccountRegion account) {
        return read(tx -> links().members().following(tx, account));
    }

    private int invited(AccountRegion account) {
        return read(tx -> links().members().countInvitations(tx, account));
    }

    private Page<Member> invitations(AccountRegion account, PageRequest page) {
        return read(tx -> links().members().invitations(tx, account, page));
    }

    private <T extends @Nullable Object> T read(Function<Tx, T> work) {
        return transactions().read(work);
    }

    private static Member invited(AccountRegion administrator, AccountId account) {
        return Objects.requireNonNull(
                Member.created(administrator, account, null, NOW).invited(new Invitation("id", NOW), NOW));
    }

    protected static AccountId account(int number) {
        return new AccountId("%012d".formatted(number));
    }
}
