// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.HubMembers;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.Member.Invitation;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code hub_member}. Thread-safe. */
public final class JdbcHubMembers implements HubMembers {
    private static final Table<Record> MEMBERS = table(name("hub_member"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> MEMBER = field(name("member"), SQLDataType.CLOB);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.CLOB);
    private static final Field<Integer> OF_ORGANIZATION = field(name("is_of_organization"), SQLDataType.INTEGER);
    private static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    private static final Field<String> INVITATION_ID = field(name("invitation_id"), SQLDataType.CLOB);
    private static final Field<Long> INVITED_AT = field(name("invited_at"), SQLDataType.BIGINT);
    private static final Field<Long> UPDATED_AT = field(name("updated_at"), SQLDataType.BIGINT);

    @Override
    public void save(Tx tx, Member member) {
        Invitation invitation = member.invitation();
        SqlTx.dsl(tx)
                .insertInto(
                        MEMBERS,
                        ACCOUNT,
                        REGION,
                        MEMBER,
                        EMAIL,
                        OF_ORGANIZATION,
                        STATUS,
                        INVITATION_ID,
                        INVITED_AT,
                        UPDATED_AT)
                .values(
                        member.administrator().account().value(),
                        member.administrator().region().value(),
                        member.account().value(),
                        member.email(),
                        member.isOfOrganization() ? 1 : 0,
                        member.status().name(),
                        invitation == null ? null : invitation.id(),
                        invitation == null ? null : invitation.at().toEpochMilli(),
                        member.updatedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, MEMBER)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void delete(Tx tx, AccountRegion administrator, AccountId account) {
        SqlTx.dsl(tx)
                .deleteFrom(MEMBERS)
                .where(of(administrator).and(MEMBER.eq(account.value())))
                .execute();
    }

    @Override
    public void deleteAll(Tx tx, AccountRegion administrator) {
        SqlTx.dsl(tx).deleteFrom(MEMBERS).where(of(administrator)).execute();
    }

    @Override
    public void deleteOfOrganization(Tx tx, AccountRegion administrator) {
        SqlTx.dsl(tx)
                .deleteFrom(MEMBERS)
                .where(of(administrator).and(OF_ORGANIZATION.eq(1)))
                .execute();
    }

    @Override
    public @Nullable Member find(Tx tx, AccountRegion administrator, AccountId account) {
        return SqlTx.dsl(tx)
                .selectFrom(MEMBERS)
                .where(of(administrator).and(MEMBER.eq(account.value())))
                .fetchOne(JdbcHubMembers::member);
    }

    @Override
    public Page<Member> list(Tx tx, AccountRegion administrator, @Nullable MemberStatus status, PageRequest page) {
        return page(tx, of(administrator).and(with(status)), MEMBER, page, Member::account);
    }

    @Override
    public int count(Tx tx, AccountRegion administrator, @Nullable MemberStatus status) {
        return SqlTx.dsl(tx).fetchCount(MEMBERS, of(administrator).and(with(status)));
    }

    @Override
    public List<AccountId> enabled(Tx tx, AccountRegion administrator) {
        return SqlTx.dsl(tx)
                .select(MEMBER)
                .from(MEMBERS)
                .where(of(administrator).and(with(MemberStatus.ENABLED)))
                .orderBy(MEMBER)
                .fetch(row -> new AccountId(row.get(MEMBER)));
    }

    @Override
    public @Nullable Member following(Tx tx, AccountRegion account) {
        return SqlTx.dsl(tx)
                .selectFrom(MEMBERS)
                .where(about(account).and(with(MemberStatus.ENABLED)))
                .fetchOne(JdbcHubMembers::member);
    }

    @Override
    public Page<Member> invitations(Tx tx, AccountRegion account, PageRequest page) {
        return page(
                tx,
                about(account).and(with(MemberStatus.INVITED)),
                ACCOUNT,
                page,
                member -> member.administrator().account());
    }

    @Override
    public int countInvitations(Tx tx, AccountRegion account) {
        return SqlTx.dsl(tx).fetchCount(MEMBERS, about(account).and(with(MemberStatus.INVITED)));
    }

    private static Page<Member> page(
            Tx tx, Condition which, Field<String> key, PageRequest page, Function<Member, AccountId> keyOf) {
        List<Member> members = SqlTx.dsl(tx)
                .selectFrom(MEMBERS)
                .where(which)
                .and(page.after() == null ? noCondition() : key.gt(page.after()))
                .orderBy(key)
                .limit(page.limit() + 1)
                .fetch(JdbcHubMembers::member);
        return Page.cut(members, page.limit(), member -> keyOf.apply(member).value());
    }

    private static Condition of(AccountRegion administrator) {
        return ACCOUNT.eq(administrator.account().value())
                .and(REGION.eq(administrator.region().value()));
    }

    private static Condition about(AccountRegion account) {
        return MEMBER.eq(account.account().value())
                .and(REGION.eq(account.region().value()));
    }

    private static Condition with(@Nullable MemberStatus status) {
        return status == null ? noCondition() : STATUS.eq(status.name());
    }

    private static Member member(Record row) {
        String invitationId = row.get(INVITATION_ID);
        return new Member(
                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)),
                new AccountId(row.get(MEMBER)),
                row.get(EMAIL),
                row.get(OF_ORGANIZATION) == 1,
                MemberStatus.valueOf(row.get(STATUS)),
                invitationId == null ? null : new Invitation(invitationId, Instant.ofEpochMilli(row.get(INVITED_AT))),
                Instant.ofEpochMilli(row.get(UPDATED_AT)));
    }
}
