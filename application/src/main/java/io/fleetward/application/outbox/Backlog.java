// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the outbox is behind. Immutable.
 *
 * @param depth entries that wait
 * @param oldest when the oldest of them was written, null when none waits
 */
public record Backlog(long depth, @Nullable Instant oldest) {}
