// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.operation;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.user.Session;
import io.fleetward.application.user.UserAccess;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Refused;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import org.jspecify.annotations.Nullable;

/** The account and region that a request names, if its session may work there. Thread-safe; blocks. */
public final class Scopes {
    private final UserAccess access;

    public Scopes(UserAccess access) {
        this.access = access;
    }

    /** As whom the session calls in that account and region; a {@link Refused} when it may not. */
    public Caller caller(Session session, @Nullable String account, @Nullable String region, String sourceIp) {
        if (account == null || !AccountId.isValid(account)) {
            throw new Refused(Problem.MALFORMED, "The request must name an account of 12 digits.");
        }
        if (region == null || !Region.isValid(region)) {
            throw new Refused(Problem.MALFORMED, "The request must name a region such as us-east-1.");
        }
        Caller caller = access.caller(session, AccountRegion.of(account, region), sourceIp);
        if (caller == null) {
            throw new Refused(
                    Problem.OUT_OF_SCOPE,
                    "User: " + session.user().arn() + " is not authorized to work in account " + account);
        }
        return caller;
    }
}
