// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.user.AccountScope;
import io.fleetward.application.user.PlainHashes;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.SignInDelays;
import io.fleetward.application.user.TestUsers;
import io.fleetward.application.user.User;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.session.Gate;
import io.fleetward.kernel.AccountId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConsoleTest {
    private static final String PASSWORD = TestConsole.PASSWORD;
    private static final AccountId ELSEWHERE = TestConsole.ELSEWHERE;

    private final TestConsole site = new TestConsole();

    ConsoleTest() {
        site.put(TestUsers.user("ann", PASSWORD, Role.ANALYST, Role.OPERATOR));
    }

    @Test
    void signsInWithACookieThatNoScriptAndNobodyElseSees() {
        ConsoleAnswer answer = site.signIn("ann", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("set-cookie"))
                .matches("fleetward_session=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly; Secure; SameSite=Strict");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        JsonNode session = TestConsole.json(answer);
        assertThat(session.path("csrfToken").asString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(session.toString())
                .doesNotContain(Objects.requireNonNull(site.cookie).substring(18));
        assertThat(((ObjectNode) session).without("csrfToken"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"user":"ann","roles":["analyst","operator"],"mustChangePassword":false,
                         "accounts":[{"id":"000000000000","name":"000000000000"}],"account":"000000000000",
                         "region":"us-east-1","regions":["us-east-1","eu-west-1"],"mqttHost":"guard.example",
                         "mqttPort":8883,"version":"1.2.3","expiresAt":%d}
                        """.formatted(
                                site.clock.instant().plus(Sessions.IDLE).getEpochSecond())));
    }

    @Test
    void answersTheSessionAgainAsLongAsItLives() {
        site.signIn("ann", PASSWORD);
        ConsoleAnswer again = site.send(site.page("GET", "/console/session"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(TestConsole.json(again).path("csrfToken").asString()).isEqualTo(site.csrf);

        site.clock.advance(Sessions.IDLE);
        assertProblem(site.send(site.page("GET", "/console/session")), 401, "SignInRequired");
    }

    @Test
    void refusesAWrongPasswordAndThenWaits() {
        for (int i = 0; i < SignInDelays.USER_FAILURES; i++) {
            assertProblem(site.signIn("ann", "guess"), 401, "SignInFailed");
        }
        ConsoleAnswer refused = site.signIn("ann", PASSWORD);
        assertProblem(refused, 429, "TooManyAttempts");
        assertThat(refused.headers()).containsEntry("retry-after", "30").doesNotContainKey("set-cookie");
    }

    @Test
    void neverTakesATokenThatSomebodyElsePlanted() {
        site.signIn("ann", PASSWORD);
        String planted = site.cookie;
        site.signIn("ann", PASSWORD);

        assertThat(site.cookie).isNotEqualTo(planted);
        site.cookie = planted;
        assertProblem(site.send(site.page("GET", "/console/session")), 401, "SignInRequired");
    }

    @Test
    void signsOut() {
        site.signIn("ann", PASSWORD);
        ConsoleAnswer answer = site.send(site.page("DELETE", "/console/session"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().get("set-cookie")).startsWith("fleetward_session=; Max-Age=0; Path=/console");
        assertProblem(site.send(site.page("GET", "/console/session")), 401, "SignInRequired");
    }

    @ParameterizedTest
    @CsvSource({
        "origin, https://evil.example",
        "origin, http://guard.example:8443",
        "origin, https://guard.example",
        "origin, null",
        "sec-fetch-site, cross-site",
        "sec-fetch-site, same-site",
        "sec-fetch-site, none"
    })
    void takesNothingFromPagesOfOthers(String header, String value) {
        Requests signIn = Requests.of("POST", "/console/session")
                .json("{'user':'ann','password':'" + PASSWORD + "'}")
                .with(header, value);
        assertProblem(site.send(signIn), 403, "ForeignOrigin");

        site.signIn("ann", PASSWORD);
        assertProblem(site.send(site.call("iot", "ListThings", "{}").with(header, value)), 403, "ForeignOrigin");
        assertThat(site.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void changesNothingWithoutTheTokenOfTheSession(String token) {
        site.signIn("ann", PASSWORD);
        assertProblem(site.send(site.call("iot", "ListThings", "{}").with(Gate.CSRF, token)), 403, "InvalidCsrfToken");
        assertProblem(
                site.send(site.page("DELETE", "/console/session").with(Gate.CSRF, token)), 403, "InvalidCsrfToken");
        assertThat(site.calls).isEmpty();
    }

    @Test
    void takesNoFormOfAnotherPage() {
        assertProblem(
                site.send(Requests.of("POST", "/console/session")
                        .json("{'user':'ann','password':'x'}")
                        .with("content-type", "text/plain")),
                415,
                "UnsupportedMediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'user':'ann'}", "{'user':1,'password':'x'}", "{'user':", "", "{}{}"})
    void saysWhatASignInConsistsOf(String body) {
        assertProblem(site.send(Requests.of("POST", "/console/session").json(body)), 400, "InvalidRequest");
    }

    @Test
    void callsOperationsAsTheUser() {
        site.signIn("ann", PASSWORD);
        ConsoleAnswer answer = site.send(site.call("iot", "CreateThing", "{'thingName':'pump-7'}"));

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{}");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        assertThat(site.calls)
                .containsExactly("iot CreateThing {\"thingName\":\"pump-7\"} arn:aws:iam::000000000000:user/ann"
                        + " in 000000000000/us-east-1 from 192.0.2.1");
    }

    @Test
    void leavesEveryOtherAccountAlone() {
        site.signIn("ann", PASSWORD);
        assertProblem(
                site.send(site.call("iot", "ListThings", "{}").with("x-fleetward-account", ELSEWHERE.value())),
                403,
                "AccessDeniedException");
        User ann = TestUsers.user("ann", PASSWORD, Role.ANALYST);
        site.put(ann.permitted(ann.roles(), AccountScope.EVERY, false));
        site.signIn("ann", PASSWORD);
        assertThat(site.send(site.call("iot", "ListThings", "{}").with("x-fleetward-account", ELSEWHERE.value()))
                        .status())
                .isEqualTo(200);
        assertProblem(
                site.send(site.call("iot", "ListThings", "{}").with("x-fleetward-account", "222222222222")),
                403,
                "AccessDeniedException");
        assertThat(site.calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "x-fleetward-account, 12",
        "x-fleetward-account, ''",
        "x-fleetward-region, nowhere",
        "x-fleetward-region, ''"
    })
    void wantsToKnowWhereToWork(String header, String value) {
        site.signIn("ann", PASSWORD);
        assertProblem(site.send(site.call("iot", "ListThings", "{}").with(header, value)), 400, "InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/api/iot",
                "/console/api/iot/List/Things",
                "/console/api/../iot/ListThings",
                "/console/api/iot/List%54hings"
            })
    void knowsNoOtherPathsOfOperations(String path) {
        site.signIn("ann", PASSWORD);
        assertProblem(site.send(site.page("POST", path).json("{}")), 404, "NotFound");
    }

    @Test
    void doesNothingForAOneTimePasswordButChangeIt() {
        User ann = TestUsers.user("ann", PASSWORD, Role.ADMINISTRATOR);
        site.put(ann.withPassword(new PlainHashes().of(PASSWORD), true));
        assertThat(TestConsole.json(site.signIn("ann", PASSWORD))
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();
        assertProblem(site.send(site.call("iot", "ListThings", "{}")), 403, "PasswordChangeRequired");
        String before = site.cookie;

        ConsoleAnswer bad = site.send(site.page("PUT", "/console/session/password")
                .json("{'current':'" + PASSWORD + "','password':'short'}"));
        assertProblem(bad, 400, "InvalidPassword");
        ConsoleAnswer changed = site.keep(site.send(site.page("PUT", "/console/session/password")
                .json("{'current':'" + PASSWORD + "','password':'a longer password'}")));

        assertThat(TestConsole.json(changed).path("mustChangePassword").asBoolean())
                .isFalse();
        assertThat(site.cookie).isNotEqualTo(before);
        assertThat(site.send(site.call("iot", "ListThings", "{}")).status()).isEqualTo(200);
    }

    @Test
    void opensThePagesForWhoeverOpensTheServerInABrowser() {
        var opening = Requests.of("GET", "/").with("accept", "text/html,application/xhtml+xml");
        assertThat(Console.isFor(opening.build())).isTrue();
        ConsoleAnswer answer = site.send(opening);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "/console/");

        assertThat(Console.isFor(
                        opening.with("authorization", "AWS4-HMAC-SHA256 x").build()))
                .isFalse();
        assertThat(Console.isFor(Requests.of("GET", "/").build())).isFalse();
        assertThat(Console.isFor(Requests.of("GET", "/things")
                        .with("accept", "text/html")
                        .build()))
                .isFalse();
        assertThat(Console.isFor(Requests.of("GET", "/consoles").build())).isFalse();
        assertThat(Console.isFor(Requests.of("POST", "/console/session").build()))
                .isTrue();
    }

    @Test
    void isServedByTlsAlone() {
        assertProblem(site.send(Requests.of("GET", "/console/").insecure()), 403, "TlsRequired");
        assertThat(Console.isFor(Requests.of("GET", "/")
                        .with("accept", "text/html")
                        .insecure()
                        .build()))
                .isFalse();
    }

    @Test
    void tellsBrowsersWhatNotToDo() {
        for (String path :
                List.of("/console/", "/console/session", "/console/api/iot/ListThings", "/console/assets/x.js")) {
            assertThat(site.send(Requests.of("GET", path)).headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cross-origin-opener-policy", "same-origin")
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .hasEntrySatisfying(
                            "content-security-policy",
                            policy -> assertThat(policy)
                                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                                    .doesNotContain("unsafe")
                                    .contains("frame-ancestors 'none'", "base-uri 'none'"));
        }
        assertThat(site.send(Requests.of("GET", "/console/").with("host", "localhost:8443"))
                        .headers())
                .doesNotContainKey("strict-transport-security");
    }

    private static void assertProblem(ConsoleAnswer answer, int status, String code) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = TestConsole.json(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }
}
