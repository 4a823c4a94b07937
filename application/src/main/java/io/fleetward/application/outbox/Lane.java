// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.kernel.AccountRegion;

/** Entries that must be handled in the order they were written: those of one topic and key in one tenant. Immutable. */
public record Lane(AccountRegion scope, String topic, String key) {
    static Lane of(OutboxEntry entry) {
        return new Lane(entry.scope(), entry.topic(), entry.key());
    }
}
