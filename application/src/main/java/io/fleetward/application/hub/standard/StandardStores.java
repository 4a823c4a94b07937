// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.Hubs;
import io.fleetward.application.store.Transactions;

/** What is kept about standards and controls, and the transactions to work in. Thread-safe. */
public record StandardStores(
        Transactions transactions,
        Hubs hubs,
        StandardSubscriptions subscriptions,
        ControlSettings settings,
        ControlReports reports,
        ControlWork work) {}
