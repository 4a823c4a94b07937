// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.view.RegistryView;
import java.time.Instant;

/**
 * Inspects one aspect of an account's configuration and says which resources are not as they should be.
 *
 * <p>Implementations are stateless and thread-safe, and listed in {@link AuditChecks}.
 */
public interface AuditCheck {
    /** What the check is called, how severe its findings are, and what it can say. */
    CheckDescription description();

    /** Whether the check judges what was recorded of connections, which takes a while to be worth judging. */
    default boolean readsConnections() {
        return false;
    }

    /**
     * Whether a resource is judged by how it is configured, so that the verdict can change only with the resource or
     * with time. Such a check also runs whenever one of its resources changes.
     */
    default boolean judgesConfiguration() {
        return true;
    }

    /**
     * Judges every resource of the check's type.
     *
     * @param now when the audit began
     */
    CheckResult inspect(RegistryView view, CheckSettings settings, Instant now);
}
