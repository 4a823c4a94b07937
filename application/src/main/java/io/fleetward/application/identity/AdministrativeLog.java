// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

/**
 * Remembers every act of administration, done or refused.
 *
 * <p>Thread-safe. Which acts belong here says {@link ActionKind#isRecorded()}. The request boundary records before it
 * answers, so that an act whose answer was seen is in the log.
 */
public interface AdministrativeLog {
    /** Appends the act and waits until it is durable; blocks the caller, so not for event loops. */
    void record(AdministrativeAct act);
}
