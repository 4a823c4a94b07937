// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a target was given up for (hub, targets, transform, reliability). Immutable.
 *
 * @param targetArn where the target was
 * @param code {@code ERROR_CODE}
 * @param reason {@code ERROR_MESSAGE}
 * @param exhausted which bound of the retry policy was reached, null when trying again would not have helped
 * @param attempts how often it was tried
 */
public record DeadLetter(
        TargetLane lane,
        String targetArn,
        QueuedEvent event,
        String code,
        String reason,
        @Nullable String exhausted,
        int attempts,
        Instant diedAt) {}
