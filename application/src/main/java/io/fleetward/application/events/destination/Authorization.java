// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

/** How requests over a connection prove who sends them. Immutable. */
public sealed interface Authorization {
    /** The header {@code Authorization: Basic …}. */
    record Basic(String username, Credential credential) implements Authorization {}

    /** A header of any name. */
    record ApiKey(String name, Credential credential) implements Authorization {}

    /**
     * A token that an authorization server gives for the client's credentials (RFC 6749, section 4.4).
     *
     * @param endpoint where the token is asked for
     * @param method GET, POST or PUT
     * @param parameters added to the request for the token
     */
    record ClientCredentials(
            String clientId, Credential credential, String endpoint, String method, HttpParameterSet parameters)
            implements Authorization {}

    /** What the other side can check requests with. */
    Credential credential();

    /** {@code AuthorizationType} of the model. */
    default String type() {
        return switch (this) {
            case Basic basic -> "BASIC";
            case ApiKey key -> "API_KEY";
            case ClientCredentials client -> "OAUTH_CLIENT_CREDENTIALS";
        };
    }
}
