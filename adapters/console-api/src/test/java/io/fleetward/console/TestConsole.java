// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.InMemoryAccounts;
import io.fleetward.application.identity.InMemoryAdministrativeActs;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.live.LiveEvents;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
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
import io.fleetward.console.live.EventEndpoint;
import io.fleetward.console.mqtt.SocketGate;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A console on top of users, sessions and operations in memory, and a browser that shows one page of it. */
public final class TestConsole {
    /** What the users of tests sign in with. */
    public static final String PASSWORD = "correct horse battery";

    /** An account that exists and is not the users' own. */
    public static final AccountId ELSEWHERE = new AccountId("111111111111");

    public final VirtualClock clock = VirtualClock.atStart();
    public final VirtualTimers timers = new VirtualTimers(clock);
    public final LiveEvents live = new LiveEvents(clock, new Ids(new Random(4)));
    public final Sessions sessions = new Sessions(new Random(1), clock);
    public final List<String> calls = new ArrayList<>();
    public final SocketGate sockets;

    public @Nullable String cookie;
    public @Nullable String csrf;

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final Console console;

    public TestConsole() {
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
        var scopes = new Scopes(access);
        sockets = new SocketGate(gate, scopes);
        var events = new EventEndpoint(gate, scopes, live, sessions, timers, clock);
        events.start();
        console = new Console(session, new OperationEndpoint(gate, scopes, this::operation), events, new StaticFiles());
    }

    private ConsoleAnswer operation(String service, String operation, Caller caller, byte[] body) {
        calls.add("%s %s %s %s in %s from %s"
                .formatted(
                        service, operation, new String(body, UTF_8), caller.arn(), caller.scope(), caller.sourceIp()));
        return new ConsoleAnswer(200, Map.of(), "{}".getBytes(UTF_8));
    }

    public ConsoleAnswer signIn(String user, String password) {
        return keep(
                send(page("POST", "/console/session").json("{'user':'" + user + "','password':'" + password + "'}")));
    }

    /** Does with the answer what a browser and the page do. */
    public ConsoleAnswer keep(ConsoleAnswer answer) {
        String given = answer.headers().get("set-cookie");
        if (given != null) {
            cookie = given.substring(0, given.indexOf(';'));
            csrf = json(answer).path("csrfToken").asString();
        }
        return answer;
    }

    public Requests page(String method, String path) {
        Requests request = Requests.of(method, path)
                .with("origin", "https://guard.example:8443")
                .with("sec-fetch-site", "same-origin");
        if (cookie != null && csrf != null) {
            request.with("cookie", "theme=dark; " + cookie).with(Gate.CSRF, csrf);
        }
        return request;
    }

    public Requests call(String service, String operation, String body) {
        return page("POST", "/console/api/" + service + "/" + operation)
                .json(body)
                .with("x-fleetward-account", "000000000000")
                .with("x-fleetward-region", "us-east-1");
    }

    public ConsoleAnswer send(Requests request) {
        return console.handle(request.build());
    }

    public void put(User user) {
        transactions.change(tx -> users.put(tx, user));
    }

    public static JsonNode json(ConsoleAnswer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
