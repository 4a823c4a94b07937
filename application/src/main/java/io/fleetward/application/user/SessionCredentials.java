// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Credentials;
import io.fleetward.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What is allowed to those who connected with an access key or with a session, for as long as either lives.
 *
 * <p>Thread-safe. A session signs nothing: its secret here is another one each time and told to nobody.
 */
public final class SessionCredentials implements Credentials {
    private final Credentials keys;
    private final Sessions sessions;
    private final Ids ids;

    /**
     * Both kinds of credentials.
     *
     * @param ids must not be guessable
     */
    public SessionCredentials(Credentials keys, Sessions sessions, Ids ids) {
        this.keys = keys;
        this.sessions = sessions;
        this.ids = ids;
    }

    @Override
    public @Nullable Credential find(String id) {
        Credential key = keys.find(id);
        if (key != null) {
            return key;
        }
        Session session = sessions.find(id);
        return session == null
                ? null
                : new Credential(
                        id,
                        new AccessKeySecret(ids.hex(32)),
                        session.user().account(),
                        session.user().arn(),
                        session.roles());
    }
}
