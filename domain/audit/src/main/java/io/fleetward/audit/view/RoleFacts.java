// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.policy.NamedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What checks need to know of an IAM role.
 *
 * <p>Immutable.
 *
 * @param policies everything that allows or denies it something: its own policies and the attached ones
 * @param lastUsed when it last used a service, by the prefix of the service's actions in lower case, for services that
 *     it has used; null when that is not known
 */
public record RoleFacts(
        String arn, List<NamedPolicy> policies, @Nullable Map<String, Instant> lastUsed) {
    public RoleFacts {
        policies = List.copyOf(policies);
        lastUsed = lastUsed == null ? null : Map.copyOf(lastUsed);
    }
}
