// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.Transactions;

/** What connections and API destinations are kept in. */
public record DestinationStore(Transactions transactions, Connections connections, ApiDestinations destinations) {}
