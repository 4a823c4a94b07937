// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;

/** One authorised API call: who calls, under which request id, and when it arrived. Immutable. */
public record CallContext(Caller caller, String requestId, Instant at) {
    public AccountRegion scope() {
        return caller.scope();
    }
}
