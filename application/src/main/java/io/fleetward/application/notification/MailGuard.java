// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import org.jspecify.annotations.Nullable;

/** Says whether this server sends mail. Thread-safe. */
@FunctionalInterface
public interface MailGuard {
    /** Why no mail can be sent; null when nothing speaks against it. */
    @Nullable
    String refusal();
}
