// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.identity.Credentials;
import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.kernel.Ids;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Everything the broker needs from the rest of the process. Immutable.
 *
 * @param loops hands out the loops in turn
 * @param credentials the access keys of those who connect by a signature
 * @param registry transactions on the store that {@code principals} reads
 * @param sessions transactions on the store that keeps sessions and retained messages
 */
public record BrokerPorts(
        InstantSource clock,
        Timers timers,
        Ids ids,
        Supplier<Loop> loops,
        BrokerFactSink facts,
        Credentials credentials,
        Transactions registry,
        DevicePrincipals principals,
        Transactions sessions,
        SessionStore sessionStore,
        RetainedStore retainedStore) {}
