// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;

/**
 * A registered policy apart from its documents, which are its {@link PolicyVersion}s (iot-core, objects and limits).
 *
 * <p>Immutable; every change makes a new record.
 *
 * @param defaultVersion the number of the version in force
 * @param lastVersion the highest number ever given; numbers are not used again
 * @param generationId a UUID that differs between two policies that had this name one after the other
 */
public record Policy(
        AccountRegion scope,
        PolicyName name,
        int defaultVersion,
        int lastVersion,
        Instant createdAt,
        Instant lastModifiedAt,
        String generationId) {
    public Arn arn() {
        return name.arn(scope);
    }

    /** The policy once it got another version, which comes into force or waits. */
    public Policy withNewVersion(boolean isDefault, Instant at) {
        int number = lastVersion + 1;
        return new Policy(scope, name, isDefault ? number : defaultVersion, number, createdAt, at, generationId);
    }

    /** The policy with that version in force. */
    public Policy withDefault(int version, Instant at) {
        return new Policy(scope, name, version, lastVersion, createdAt, at, generationId);
    }
}
