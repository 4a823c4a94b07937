// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.kernel.AccountRegion;

/**
 * Something to be done after the transaction that wrote it.
 *
 * @param topic which {@link OutboxHandler} takes it
 * @param key entries with the same topic and key are handled in the order they were written
 * @param body the handler's own text, usually JSON
 */
public record OutboxEntry(AccountRegion scope, String topic, String key, String body) {}
