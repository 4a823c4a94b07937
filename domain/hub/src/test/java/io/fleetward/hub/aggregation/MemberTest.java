// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.aggregation.Member.Invitation;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of states: what each event makes of each status, for invited accounts and for those of an organization. */
class MemberTest {
    private static final AccountRegion ADMINISTRATOR = AccountRegion.of("111111111111", "eu-west-1");
    private static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOW = BEFORE.plusSeconds(60);
    private static final Invitation OLD = new Invitation("old", BEFORE);
    private static final Invitation FRESH = new Invitation("fresh", NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATED  | INVITED | -       | -        | CREATED | -        | true
            INVITED  | INVITED | ENABLED | RESIGNED | INVITED | -        | true
            ENABLED  | -       | -       | -        | REMOVED | RESIGNED | false
            REMOVED  | INVITED | -       | -        | REMOVED | -        | true
            RESIGNED | INVITED | -       | -        | RESIGNED | -       | true
            """)
    void followsTheTableOfStates(
            MemberStatus from,
            String invited,
            String accepted,
            String declined,
            String removed,
            String resigned,
            boolean isDeletable) {
        Member member = in(from, false);
        assertThat(after(member, it -> it.invited(FRESH, NOW))).isEqualTo(invited);
        assertThat(after(member, it -> it.accepted("old", NOW))).isEqualTo(accepted);
        assertThat(after(member, it -> it.accepted("another", NOW))).isEqualTo("-");
        assertThat(after(member, it -> it.declined(NOW))).isEqualTo(declined);
        assertThat(after(member, it -> it.removed(NOW))).isEqualTo(removed);
        assertThat(after(member, it -> it.resigned(NOW))).isEqualTo(resigned);
        assertThat(member.isDeletable()).isEqualTo(isDeletable);
    }

    @ParameterizedTest
    @CsvSource({"ENABLED,-,REMOVED", "REMOVED,-,REMOVED"})
    void leavesAccountsOfTheOrganizationToTheAdministrator(MemberStatus from, String invited, String removed) {
        Member member = in(from, true);
        assertThat(after(member, it -> it.invited(FRESH, NOW))).isEqualTo(invited);
        assertThat(after(member, it -> it.removed(NOW))).isEqualTo(removed);
        assertThat(after(member, it -> it.resigned(NOW))).isEqualTo("-");
        assertThat(member.isDeletable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CREATED,fresh", "INVITED,old", "REMOVED,fresh", "RESIGNED,fresh"})
    void keepsAnInvitationThatIsOutstanding(MemberStatus from, String id) {
        Member invited = Objects.requireNonNull(in(from, false).invited(FRESH, NOW));
        assertThat(Objects.requireNonNull(invited.invitation()).id()).isEqualTo(id);
        assertThat(invited.scope()).isEqualTo(AccountRegion.of("222222222222", "eu-west-1"));
    }

    private static String after(Member member, Function<Member, @Nullable Member> event) {
        Member next = event.apply(member);
        return next == null ? "-" : next.status().name();
    }

    private static Member in(MemberStatus status, boolean isOfOrganization) {
        var account = new AccountId("222222222222");
        return new Member(ADMINISTRATOR, account, "a@example.com", isOfOrganization, status, OLD, BEFORE);
    }
}
