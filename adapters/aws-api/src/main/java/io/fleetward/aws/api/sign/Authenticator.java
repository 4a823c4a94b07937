// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.application.identity.Caller;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.UriPath;

/** Finds out who sent a request; refuses by {@link io.fleetward.aws.api.fault.FaultException}. Thread-safe. */
public interface Authenticator {
    /**
     * The proven caller.
     *
     * @param path the request's path in the form that is also routed
     */
    Caller authenticate(ApiRequest request, UriPath path);
}
