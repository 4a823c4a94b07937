// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.session;

import io.fleetward.application.identity.Role;
import io.fleetward.application.user.Session;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.Sessions.Opened;
import io.fleetward.application.user.SignIn;
import io.fleetward.application.user.SignIn.Outcome;
import io.fleetward.application.user.SignIn.PasswordChange;
import io.fleetward.application.user.UserAccess;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.JsonBody;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Refused;
import io.fleetward.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /console/session}: signing in and out, and changing one's password. Thread-safe. */
public final class SessionEndpoint {
    private final SignIn signIn;
    private final Sessions sessions;
    private final UserAccess access;
    private final Gate gate;
    private final Supplier<Installation> installation;

    public SessionEndpoint(
            SignIn signIn, Sessions sessions, UserAccess access, Gate gate, Supplier<Installation> installation) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.access = access;
        this.gate = gate;
        this.installation = installation;
    }

    /** {@code /console/session}. */
    public ConsoleAnswer handle(ConsoleRequest request) {
        return switch (request.method()) {
            case "GET" -> describe(gate.require(request));
            case "POST" -> open(request);
            case "DELETE" -> close(gate.require(request));
            default ->
                Problem.WRONG_METHOD
                        .answer("A session is opened, read and ended.")
                        .with("allow", "GET, POST, DELETE");
        };
    }

    /** {@code /console/session/password}. */
    public ConsoleAnswer handlePassword(ConsoleRequest request) {
        if (!request.method().equals("PUT")) {
            return Problem.WRONG_METHOD.answer("A password is put.").with("allow", "PUT");
        }
        Session session = gate.require(request);
        ObjectNode body = JsonBody.read(request);
        PasswordChange change = signIn.changePassword(
                session, JsonBody.text(body, "current"), JsonBody.text(body, "password"), request.sourceIp());
        return switch (change) {
            case PasswordChange.NotGood(String problem) -> Problem.NOT_GOOD.answer(problem);
            case PasswordChange.Done(Outcome outcome) -> answer(outcome, "The current password is wrong.");
        };
    }

    private ConsoleAnswer open(ConsoleRequest request) {
        Gate.requireOwnOrigin(request);
        ObjectNode body = JsonBody.read(request);
        String before = SessionCookie.tokenOf(request);
        Outcome outcome =
                signIn.signIn(JsonBody.text(body, "user"), JsonBody.text(body, "password"), request.sourceIp());
        if (outcome instanceof Outcome.SignedIn && before != null) {
            Session old = sessions.use(before);
            if (old != null) {
                sessions.end(old);
            }
        }
        return answer(outcome, "The user or the password is wrong.");
    }

    private ConsoleAnswer close(Session session) {
        sessions.end(session);
        return ConsoleAnswer.empty(204).with("set-cookie", SessionCookie.gone()).with("cache-control", "no-store");
    }

    private ConsoleAnswer answer(Outcome outcome, String refusal) {
        return switch (outcome) {
            case Outcome.SignedIn(Opened opened) ->
                describe(opened.session()).with("set-cookie", SessionCookie.of(opened.token()));
            case Outcome.Refused _ -> Problem.WRONG_PASSWORD.answer(refusal);
            case Outcome.TooMany(Duration wait) -> {
                long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
                yield Problem.TOO_MANY
                        .answer("Too many attempts have failed; try again in " + seconds + " seconds.")
                        .with("retry-after", Long.toString(seconds));
            }
        };
    }

    private ConsoleAnswer describe(Session session) {
        Installation server = installation.get();
        List<AccountId> accounts = access.accounts(session);
        if (accounts.isEmpty()) {
            throw new Refused(Problem.OUT_OF_SCOPE, "The user may work in no account of this installation.");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("user", session.user().name());
        session.roles().stream().map(Role::wireName).sorted().forEach(document.putArray("roles")::add);
        document.put("mustChangePassword", session.mustChange());
        document.put("csrfToken", session.csrfToken());
        var listed = document.putArray("accounts");
        accounts.forEach(
                account -> listed.addObject().put("id", account.value()).put("name", account.value()));
        document.put("account", accounts.getFirst().value());
        document.put("region", server.home().region().value());
        server.regions().forEach(document.putArray("regions")::add);
        document.put("mqttHost", server.mqttHost());
        document.put("mqttPort", server.mqttPort());
        document.put("version", server.version());
        document.put("expiresAt", sessions.expiresAt(session).getEpochSecond());
        return ConsoleAnswer.json(200, document);
    }
}
