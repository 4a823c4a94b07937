// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members in a sorted table. */
public final class InMemoryHubMembers implements HubMembers {
    private record Key(AccountRegion administrator, AccountId account) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::administrator).thenComparing(Key::account);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final InMemoryTable<Key, Member> rows = new InMemoryTable<>();

    @Override
    public void save(Tx tx, Member member) {
        Member other = following(tx, member.scope());
        if (member.isEnabled() && other != null && !other.administrator().equals(member.administrator())) {
            throw new IllegalStateException(member.scope() + " follows another administrator");
        }
        rows.put(tx, new Key(member.administrator(), member.account()), member);
    }

    @Override
    public void delete(Tx tx, AccountRegion administrator, AccountId account) {
        rows.remove(tx, new Key(administrator, account));
    }

    @Override
    public void deleteAll(Tx tx, AccountRegion administrator) {
        of(tx, administrator, null).forEach(member -> delete(tx, administrator, member.account()));
    }

    @Override
    public void deleteOfOrganization(Tx tx, AccountRegion administrator) {
        of(tx, administrator, null)
                .filter(Member::isOfOrganization)
                .forEach(member -> delete(tx, administrator, member.account()));
    }

    @Override
    public @Nullable Member find(Tx tx, AccountRegion administrator, AccountId account) {
        return rows.get(tx, new Key(administrator, account));
    }

    @Override
    public Page<Member> list(Tx tx, AccountRegion administrator, @Nullable MemberStatus status, PageRequest page) {
        return page(of(tx, administrator, status), page, Member::account);
    }

    @Override
    public int count(Tx tx, AccountRegion administrator, @Nullable MemberStatus status) {
        return (int) of(tx, administrator, status).count();
    }

    @Override
    public List<AccountId> enabled(Tx tx, AccountRegion administrator) {
        return of(tx, administrator, MemberStatus.ENABLED).map(Member::account).toList();
    }

    @Override
    public @Nullable Member following(Tx tx, AccountRegion account) {
        return rows.all(tx).stream()
                .filter(member -> member.isEnabled() && member.scope().equals(account))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Page<Member> invitations(Tx tx, AccountRegion account, PageRequest page) {
        return page(invited(tx, account), page, member -> member.administrator().account());
    }

    @Override
    public int countInvitations(Tx tx, AccountRegion account) {
        return (int) invited(tx, account).count();
    }

    private Stream<Member> of(Tx tx, AccountRegion administrator, @Nullable MemberStatus status) {
        return rows.all(tx).stream()
                .filter(member -> member.administrator().equals(administrator))
                .filter(member -> status == null || member.status() == status);
    }

    private Stream<Member> invited(Tx tx, AccountRegion account) {
        return rows.all(tx).stream()
                .filter(member -> member.status() == MemberStatus.INVITED
                        && member.scope().equals(account));
    }

    private static Page<Member> page(Stream<Member> members, PageRequest page, Function<Member, AccountId> key) {
        List<Member> rest = members.filter(member ->
                        page.after() == null || key.apply(member).value().compareTo(page.after()) > 0)
                .toList();
        return Page.cut(rest, page.limit(), member -> key.apply(member).value());
    }
}
