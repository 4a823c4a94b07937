// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import org.jspecify.annotations.Nullable;

/** Says to which endpoints the operator of this server lets messages be sent. Thread-safe. */
@FunctionalInterface
public interface EndpointGuard {
    /**
     * Why nothing may be sent to the endpoint, as far as can be said quickly; null when nothing speaks against it. A
     * name may resolve otherwise later, so that whoever sends looks again at the address it connects to.
     */
    @Nullable
    String refusal(Endpoint endpoint);
}
