// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.InMemoryAccounts;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.user.InMemoryUsers;
import io.fleetward.application.user.OneTimePasswords;
import io.fleetward.application.user.PlainHashes;
import io.fleetward.application.user.Session;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.User;
import io.fleetward.application.user.UserAdministration;
import io.fleetward.application.user.UserId;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who sign in, over the wire. */
class UserOperationsTest {
    private static final AccountId HOME = ApiHarness.SCOPE.account();
    private static final AccountRegion ELSEWHERE = AccountRegion.of("111111111111", "us-east-1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final Sessions sessions = new Sessions(new Random(1), clock);
    private final ApiHarness api;

    UserOperationsTest() {
        var accounts = new InMemoryAccounts();
        transactions.change(tx -> {
            accounts.add(tx, new Account(HOME, clock.instant()));
            accounts.add(tx, new Account(ELSEWHERE.account(), clock.instant().plusSeconds(1)));
        });
        var keeping = new UserAdministration.Keeping(transactions, users, sessions, new Organization(accounts, false));
        var administration =
                new UserAdministration(keeping, new PlainHashes(), new OneTimePasswords(new Random(2)), clock);
        api = ApiHarness.of(clock, new UserOperations(administration, new PageTokens(new byte[32])));
    }

    @Test
    void introducesAPersonWithAPasswordThatIsToldOnce() {
        Answer created = call("CreateUser", "{'userName':'ann','roles':['analyst','auditor']}");

        assertThat(created.status()).isEqualTo(200);
        String password = created.json().path("oneTimePassword").asString();
        assertThat(password).hasSize(24);
        User ann = user("ann");
        assertThat(ann.mustChange()).isTrue();
        assertThat(new PlainHashes().matches(password, ann.password())).isTrue();
        String shown = "{\"userName\":\"ann\",\"roles\":[\"analyst\",\"auditor\"],\"accounts\":[\"000000000000\"],"
                + "\"disabled\":false,\"passwordChangeRequired\":true,\"creationDate\":1780272000}";
        assertThat(created.json().path("user")).hasToString(shown);
        assertThat(call("ListUsers", "{}").body()).isEqualTo("{\"users\":[" + shown + "]}");
        assertThat(call("CreateUser", "{'userName':'ann'}").errorCode()).isEqualTo("ResourceAlreadyExistsException");
    }

    @Test
    void listsInPages() {
        for (String name : new String[] {"cat", "ann", "ben"}) {
            call("CreateUser", "{'userName':'" + name + "'}");
        }
        Answer first = call("ListUsers", "{'maxResults':2}");
        assertThat(first.json().at("/users/0/userName").asString()).isEqualTo("ann");
        assertThat(first.json().at("/users/0/roles/0").asString()).isEqualTo("read-only");
        String token = first.json().path("nextToken").asString();
        Answer second = call("ListUsers", "{'maxResults':2,'nextToken':'" + token + "'}");
        assertThat(second.json().at("/users/0/userName").asString()).isEqualTo("cat");
    }

    @Test
    void endsWhatAPersonHasOpenWhenHisPermissionsChange() {
        call("CreateUser", "{'userName':'ann','roles':['operator']}");
        Session before = sessions.open(user("ann")).session();

        Answer changed = call("UpdateUser", "{'userName':'ann','roles':['read-only'],'disabled':true}");
        assertThat(changed.json().at("/user/disabled").asBoolean()).isTrue();
        assertThat(user("ann").roles()).containsExactly(Role.READ_ONLY);
        assertThat(sessions.isLive(before)).isFalse();

        Session other = sessions.open(user("ann")).session();
        String password = call("ResetUserPassword", "{'userName':'ann'}")
                .json()
                .path("oneTimePassword")
                .asString();
        assertThat(new PlainHashes().matches(password, user("ann").password())).isTrue();
        assertThat(sessions.isLive(other)).isFalse();

        Session last = sessions.open(user("ann")).session();
        assertThat(call("DeleteUser", "{'userName':'ann'}").status()).isEqualTo(200);
        assertThat(sessions.isLive(last)).isFalse();
        assertThat(call("DeleteUser", "{'userName':'ann'}").errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void keepsTheLastAdministrator() {
        call("CreateUser", "{'userName':'ann','roles':['administrator']}");
        call("CreateUser", "{'userName':'ben','roles':['administrator'],'disabled':true}");

        for (String[] attempt : new String[][] {
            {"DeleteUser", "{'userName':'ann'}"},
            {"UpdateUser", "{'userName':'ann','disabled':true}"},
            {"UpdateUser", "{'userName':'ann','roles':['operator']}"}
        }) {
            Answer refused = call(attempt[0], attempt[1]);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.errorCode()).isEqualTo("DeleteConflictException");
        }
        assertThat(user("ann").isActiveAdministrator()).isTrue();
        call("UpdateUser", "{'userName':'ben','disabled':false}");
        assertThat(call("DeleteUser", "{'userName':'ann'}").status()).isEqualTo(200);
    }

    @Test
    void letsPeopleIntoOtherAccountsFromTheFirstOneOnly() {
        assertThat(call("CreateUser", "{'userName':'ann','accounts':['*']}").status())
                .isEqualTo(200);
        assertThat(call("UpdateUser", "{'userName':'ann','accounts':['000000000000','111111111111']}")
                        .json()
                        .at("/user/accounts/1")
                        .asString())
                .isEqualTo("111111111111");
        assertThat(call("UpdateUser", "{'userName':'ann','accounts':['222222222222']}")
                        .status())
                .isEqualTo(400);
        assertThat(call("UpdateUser", "{'userName':'ann','accounts':['*','000000000000']}")
                        .status())
                .isEqualTo(400);

        api.in(ELSEWHERE);
        assertThat(call("CreateUser", "{'userName':'eve','accounts':['*']}").status())
                .isEqualTo(400);
        assertThat(call("CreateUser", "{'userName':'eve','accounts':['000000000000']}")
                        .status())
                .isEqualTo(400);
        assertThat(call("CreateUser", "{'userName':'eve','accounts':['111111111111']}")
                        .status())
                .isEqualTo(200);
        assertThat(call("ListUsers", "{}").body()).contains("eve").doesNotContain("ann");
        assertThat(call("ResetUserPassword", "{'userName':'ann'}").status()).isEqualTo(404);
        assertThat(call("DeleteUser", "{'userName':'ann'}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName':'not a name'}",
                "{'userName':'ann','roles':[]}",
                "{'userName':'ann','roles':['root']}",
                "{'userName':'ann','accounts':['1']}"
            })
    void saysWhatAUserConsistsOf(String members) {
        assertThat(call("CreateUser", members).errorCode()).isEqualTo("InvalidRequestException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateUser", "UpdateUser", "ResetUserPassword", "DeleteUser", "ListUsers"})
    void isForAdministrators(String operation) {
        api.as(Role.OPERATOR);
        assertThat(call(operation, "{'userName':'ann'}").errorCode()).isEqualTo("AccessDeniedException");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.FLEETWARD, operation, members);
    }

    private User user(String name) {
        return Objects.requireNonNull(transactions.<@Nullable User>read(tx -> users.find(tx, new UserId(HOME, name))));
    }
}
