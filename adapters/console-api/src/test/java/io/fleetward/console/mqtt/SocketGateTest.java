// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.application.user.PlainHashes;
import io.fleetward.application.user.TestUsers;
import io.fleetward.console.Requests;
import io.fleetward.console.TestConsole;
import io.fleetward.console.http.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SocketGateTest {
    private final TestConsole site = new TestConsole();

    @Test
    void connectsAPageAsItsUser() {
        signIn(Role.OPERATOR);
        Caller caller = site.sockets.caller(socket().build());

        assertThat(caller.arn()).isEqualTo("arn:aws:iam::000000000000:user/ann");
        assertThat(caller.scope()).hasToString("000000000000/eu-west-1");
        assertThat(caller.accessKeyId()).startsWith("session-");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "READ_ONLY"})
    void connectsNobodyWhoMayNotUseTheDataPlane(Role role) {
        signIn(role);
        assertThat(refusal(socket())).isEqualTo(403);
    }

    @Test
    void connectsNoPageOfOthers() {
        signIn(Role.OPERATOR);
        assertThat(refusal(socket().with("origin", "https://evil.example"))).isEqualTo(403);
        assertThat(refusal(socket().with("origin", ""))).isEqualTo(403);
        assertThat(refusal(socket().with("sec-fetch-site", "cross-site"))).isEqualTo(403);
        assertThat(refusal(socket().query("account=000000000000&region=eu-west-1")))
                .isEqualTo(403);
        assertThat(refusal(socket().query("csrf=guess&account=000000000000&region=eu-west-1")))
                .isEqualTo(403);
        assertThat(refusal(socket().with("cookie", "fleetward_session=" + "A".repeat(43))))
                .isEqualTo(401);
        assertThat(refusal(socket().query("csrf=" + site.csrf + "&account=111111111111&region=eu-west-1")))
                .isEqualTo(403);
        assertThat(refusal(socket().query("csrf=" + site.csrf))).isEqualTo(400);
    }

    @Test
    void connectsNobodyWithAOneTimePassword() {
        var ann = TestUsers.user("ann", TestConsole.PASSWORD, Role.ADMINISTRATOR);
        site.put(ann.withPassword(new PlainHashes().of(TestConsole.PASSWORD), true));
        site.signIn("ann", TestConsole.PASSWORD);
        assertThat(refusal(socket())).isEqualTo(403);
    }

    @Test
    void answersAPlainRequestThere() {
        assertThat(site.send(Requests.of("GET", "/console/mqtt")).status()).isEqualTo(400);
    }

    private void signIn(Role role) {
        site.put(TestUsers.user("ann", TestConsole.PASSWORD, role));
        site.signIn("ann", TestConsole.PASSWORD);
    }

    private Requests socket() {
        return site.page("GET", "/console/mqtt").query("csrf=" + site.csrf + "&account=000000000000&region=eu-west-1");
    }

    private int refusal(Requests request) {
        Refused refused = catchThrowableOfType(Refused.class, () -> site.sockets.caller(request.build()));
        return refused.answer().status();
    }
}
