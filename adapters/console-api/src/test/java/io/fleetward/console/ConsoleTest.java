// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.InMemoryAccounts;
import io.fleetward.application.identity.InMemoryAdministrativeActs;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.user.AccountScope;
import io.fleetward.application.user.InMemoryUsers;
import io.fleetward.application.user.PlainHashes;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.SignIn;
import io.fleetward.application.user.SignInDelays;
import io.fleetward.application.user.TestUsers;
import io.fleetward.application.user.User;
import io.fleetward.application.user.UserAccess;
import io.fleetward.console.files.StaticFiles;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.operation.OperationEndpoint;
import io.fleetward.console.operation.Scopes;
import io.fleetward.console.session.Gate;
import io.fleetward.console.session.Installation;
import io.fleetward.console.session.SessionEndpoint;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Region;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConsoleTest {
    private static final String PASSWORD = "correct horse battery";
    private static final AccountId ELSEWHERE = new AccountId("111111111111");

    private final VirtualClock clock = VirtualClock.atStart();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final Sessions sessions = new Sessions(new Random(1), clock);
    private final List<String> calls = new ArrayList<>();
    private final Console console = console();

    private @Nullable String cookie;
    private @Nullable String csrf;

    ConsoleTest() {
        put(TestUsers.user("ann", PASSWORD, Role.ANALYST, Role.OPERATOR));
    }

    @Test
    void signsInWithACookieThatNoScriptAndNobodyElseSees() {
        ConsoleAnswer answer = signIn("ann", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("set-cookie"))
                .matches("fleetward_session=[A-Za-z0-9_-]{43}; Path=/console; HttpOnly; Secure; SameSite=Strict");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        JsonNode session = json(answer);
        assertThat(session.path("csrfToken").asString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(session.toString())
                .doesNotContain(answer.headers().get("set-cookie").substring(18, 61));
        assertThat(((ObjectNode) session).without("csrfToken"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"user":"ann","roles":["analyst","operator"],"mustChangePassword":false,
                         "accounts":[{"id":"000000000000","name":"000000000000"}],"account":"000000000000",
                         "region":"us-east-1","regions":["us-east-1","eu-west-1"],"mqttHost":"guard.example",
                         "mqttPort":8883,"version":"1.2.3","expiresAt":%d}
                        """.formatted(
                                clock.instant().plus(Sessions.IDLE).getEpochSecond())));
    }

    @Test
    void answersTheSessionAgainAsLongAsItLives() {
        signIn("ann", PASSWORD);
        ConsoleAnswer again = send(page("GET", "/console/session"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(json(again).path("csrfToken").asString()).isEqualTo(csrf);

        clock.advance(Sessions.IDLE);
        assertProblem(send(page("GET", "/console/session")), 401, "SignInRequired");
    }

    @Test
    void refusesAWrongPasswordAndThenWaits() {
        for (int i = 0; i < SignInDelays.USER_FAILURES; i++) {
            assertProblem(signIn("ann", "guess"), 401, "SignInFailed");
        }
        ConsoleAnswer refused = signIn("ann", PASSWORD);
        assertProblem(refused, 429, "TooManyAttempts");
        assertThat(refused.headers()).containsEntry("retry-after", "30").doesNotContainKey("set-cookie");
    }

    @Test
    void neverTakesATokenThatSomebodyElsePlanted() {
        signIn("ann", PASSWORD);
        String planted = cookie;
        signIn("ann", PASSWORD);

        assertThat(cookie).isNotEqualTo(planted);
        cookie = planted;
        assertProblem(send(page("GET", "/console/session")), 401, "SignInRequired");
    }

    @Test
    void signsOut() {
        signIn("ann", PASSWORD);
        ConsoleAnswer answer = send(page("DELETE", "/console/session"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().get("set-cookie")).startsWith("fleetward_session=; Max-Age=0; Path=/console");
        assertProblem(send(page("GET", "/console/session")), 401, "SignInRequired");
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
        assertProblem(send(signIn), 403, "ForeignOrigin");

        signIn("ann", PASSWORD);
        assertProblem(send(call("iot", "ListThings", "{}").with(header, value)), 403, "ForeignOrigin");
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void changesNothingWithoutTheTokenOfTheSession(String token) {
        signIn("ann", PASSWORD);
        assertProblem(send(call("iot", "ListThings", "{}").with(Gate.CSRF, token)), 403, "InvalidCsrfToken");
        assertProblem(send(page("DELETE", "/console/session").with(Gate.CSRF, token)), 403, "InvalidCsrfToken");
        assertThat(calls).isEmpty();
    }

    @Test
    void takesNoFormOfAnotherPage() {
        assertProblem(
                send(Requests.of("POST", "/console/session")
                        .json("{'user':'ann','password':'x'}")
                        .with("content-type", "text/plain")),
                415,
                "UnsupportedMediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'user':'ann'}", "{'user':1,'password':'x'}", "{'user':", "", "{}{}"})
    void saysWhatASignInConsistsOf(String body) {
        assertProblem(send(Requests.of("POST", "/console/session").json(body)), 400, "InvalidRequest");
    }

    @Test
    void callsOperationsAsTheUser() {
        signIn("ann", PASSWORD);
        ConsoleAnswer answer = send(call("iot", "CreateThing", "{'thingName':'pump-7'}"));

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{}");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        assertThat(calls)
                .containsExactly("iot CreateThing {\"thingName\":\"pump-7\"} arn:aws:iam::000000000000:user/ann"
                        + " in 000000000000/us-east-1 from 192.0.2.1");
    }

    @Test
    void leavesEveryOtherAccountAlone() {
        signIn("ann", PASSWORD);
        assertProblem(
                send(call("iot", "ListThings", "{}").with("x-fleetward-account", ELSEWHERE.value())),
                403,
                "AccessDeniedException");
        User ann = TestUsers.user("ann", PASSWORD, Role.ANALYST);
        put(ann.permitted(ann.roles(), AccountScope.EVERY, false));
        signIn("ann", PASSWORD);
        assertThat(send(call("iot", "ListThings", "{}").with("x-fleetward-account", ELSEWHERE.value()))
                        .status())
                .isEqualTo(200);
        assertProblem(
                send(call("iot", "ListThings", "{}").with("x-fleetward-account", "222222222222")),
                403,
                "AccessDeniedException");
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "x-fleetward-account, 12",
        "x-fleetward-account, ''",
        "x-fleetward-region, nowhere",
        "x-fleetward-region, ''"
    })
    void wantsToKnowWhereToWork(String header, String value) {
        signIn("ann", PASSWORD);
        assertProblem(send(call("iot", "ListThings", "{}").with(header, value)), 400, "InvalidRequest");
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
        signIn("ann", PASSWORD);
        assertProblem(send(page("POST", path).json("{}")), 404, "NotFound");
    }

    @Test
    void doesNothingForAOneTimePasswordButChangeIt() {
        User ann = TestUsers.user("ann", PASSWORD, Role.ADMINISTRATOR);
        put(ann.withPassword(new PlainHashes().of(PASSWORD), true));
        assertThat(json(signIn("ann", PASSWORD)).path("mustChangePassword").asBoolean())
                .isTrue();
        assertProblem(send(call("iot", "ListThings", "{}")), 403, "PasswordChangeRequired");
        String before = cookie;

        ConsoleAnswer bad = send(
                page("PUT", "/console/session/password").json("{'current':'" + PASSWORD + "','password':'short'}"));
        assertProblem(bad, 400, "InvalidPassword");
        ConsoleAnswer changed = keep(send(page("PUT", "/console/session/password")
                .json("{'current':'" + PASSWORD + "','password':'a longer password'}")));

        assertThat(json(changed).path("mustChangePassword").asBoolean()).isFalse();
        assertThat(cookie).isNotEqualTo(before);
        assertThat(send(call("iot", "ListThings", "{}")).status()).isEqualTo(200);
    }

    @Test
    void opensThePagesForWhoeverOpensTheServerInABrowser() {
        var opening = Requests.of("GET", "/").with("accept", "text/html,application/xhtml+xml");
        assertThat(Console.isFor(opening.build())).isTrue();
        ConsoleAnswer answer = send(opening);
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
        assertProblem(send(Requests.of("GET", "/console/").insecure()), 403, "TlsRequired");
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
            assertThat(send(Requests.of("GET", path)).headers())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cross-origin-opener-policy", "same-origin")
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .hasEntrySatisfying(
                            "content-security-policy",
                            policy -> assertThat(policy)
                                    .startsWith("default-src 'none'; script-src 'self';")
                                    .contains("frame-ancestors 'none'", "base-uri 'none'"));
        }
        assertThat(send(Requests.of("GET", "/console/").with("host", "localhost:8443"))
                        .headers())
                .doesNotContainKey("strict-transport-security");
    }

    private Console console() {
        var accounts = new InMemoryAccounts();
        transactions.change(tx -> {
            accounts.add(tx, new Account(TestUsers.HOME, clock.instant()));
            accounts.add(tx, new Account(ELSEWHERE, clock.instant()));
        });
        var home = new AccountRegion(TestUsers.HOME, new Region("us-east-1"));
        var access = new UserAccess(transactions, accounts, new Organization(accounts, false));
        var gate = new Gate(sessions);
        var signIn = new SignIn(
                new SignIn.Keeping(transactions, users, new InMemoryAdministrativeActs(), sessions),
                new PlainHashes(),
                new SignInDelays(clock),
                home,
                new Ids(new Random(2)),
                clock);
        var session = new SessionEndpoint(
                signIn,
                sessions,
                access,
                gate,
                () -> new Installation(home, List.of("us-east-1", "eu-west-1"), "guard.example", 8883, "1.2.3"));
        return new Console(
                session, new OperationEndpoint(gate, new Scopes(access), this::operation), new StaticFiles());
    }

    private ConsoleAnswer operation(String service, String operation, Caller caller, byte[] body) {
        calls.add("%s %s %s %s in %s from %s"
                .formatted(
                        service, operation, new String(body, UTF_8), caller.arn(), caller.scope(), caller.sourceIp()));
        return new ConsoleAnswer(200, Map.of(), "{}".getBytes(UTF_8));
    }

    private ConsoleAnswer signIn(String user, String password) {
        return keep(
                send(page("POST", "/console/session").json("{'user':'" + user + "','password':'" + password + "'}")));
    }

    /** Does with the answer what a browser and the page do. */
    private ConsoleAnswer keep(ConsoleAnswer answer) {
        String given = answer.headers().get("set-cookie");
        if (given != null) {
            cookie = given.substring(0, given.indexOf(';'));
            csrf = json(answer).path("csrfToken").asString();
        }
        return answer;
    }

    private Requests page(String method, String path) {
        Requests request = Requests.of(method, path)
                .with("origin", "https://guard.example:8443")
                .with("sec-fetch-site", "same-origin");
        if (cookie != null && csrf != null) {
            request.with("cookie", "theme=dark; " + cookie).with(Gate.CSRF, csrf);
        }
        return request;
    }

    private Requests call(String service, String operation, String body) {
        return page("POST", "/console/api/" + service + "/" + operation)
                .json(body)
                .with("x-fleetward-account", "000000000000")
                .with("x-fleetward-region", "us-east-1");
    }

    private ConsoleAnswer send(Requests request) {
        return console.handle(request.build());
    }

    private void put(User user) {
        transactions.change(tx -> users.put(tx, user));
    }

    private static void assertProblem(ConsoleAnswer answer, int status, String code) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotEmpty();
    }

    private static JsonNode json(ConsoleAnswer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
