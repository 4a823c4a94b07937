// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.session;

import io.fleetward.application.user.Session;
import io.fleetward.application.user.Sessions;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Refused;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose session a request comes from, and refuses what pages of others can make a browser send.
 *
 * <p>Thread-safe. Every refusal is a {@link Refused}.
 */
public final class Gate {
    /** The header of the token that only pages of ours know. */
    public static final String CSRF = "x-fleetward-csrf";

    private final Sessions sessions;

    public Gate(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The session of a request, which counts as its use; a request that changes something must carry its token. */
    public Session require(ConsoleRequest request) {
        requireOwnOrigin(request);
        Session session = session(request);
        if (!request.isReading()) {
            requireToken(session, request.header(CSRF));
        }
        return session;
    }

    /** As {@link #require}, for everything but what a person with a one-time password may do. */
    public Session requireReady(ConsoleRequest request) {
        Session session = require(request);
        if (session.mustChange()) {
            throw new Refused(Problem.MUST_CHANGE, "The password must be changed before anything else.");
        }
        return session;
    }

    /** Refuses a page of another origin, as far as the browser tells of one. */
    public static void requireOwnOrigin(ConsoleRequest request) {
        String origin = request.header("origin");
        String site = request.header("sec-fetch-site");
        boolean isOwnSite = site == null
                || site.equals("same-origin")
                // Typed in, or opened from a bookmark; nobody's page asked.
                || (site.equals("none") && request.isReading());
        if (!isOwnSite || (origin != null && !isOwn(origin, request))) {
            throw new Refused(Problem.FOREIGN, "The request comes from a page of another origin.");
        }
    }

    private Session session(ConsoleRequest request) {
        String token = SessionCookie.tokenOf(request);
        Session session = token == null ? null : sessions.use(token);
        if (session == null) {
            throw new Refused(Problem.SIGNED_OUT, "Sign in first: there is no session, or it has ended.");
        }
        return session;
    }

    /** Refuses a request that does not hold the token of the session. */
    public static void requireToken(Session session, @Nullable String claimed) {
        if (claimed == null || !session.isCsrfToken(claimed)) {
            throw new Refused(Problem.FORGED, "The request does not hold the token of its session (" + CSRF + ").");
        }
    }

    private static boolean isOwn(String origin, ConsoleRequest request) {
        String host = request.header("host");
        return host != null && origin.equals("https://" + host.toLowerCase(Locale.ROOT));
    }
}
