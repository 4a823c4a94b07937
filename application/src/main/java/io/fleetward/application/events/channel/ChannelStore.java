// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.store.Transactions;

/** What channels are kept in. */
public record ChannelStore(Transactions transactions, NotificationChannels channels) {}
