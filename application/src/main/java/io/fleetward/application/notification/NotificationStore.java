// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Transactions;

/** Everything that is kept of notifications, and the transactions to work in. Thread-safe. */
public record NotificationStore(
        Transactions transactions, Topics topics, Subscriptions subscriptions, Deliveries deliveries) {}
