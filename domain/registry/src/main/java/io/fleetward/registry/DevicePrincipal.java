// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what one connection may do: its certificate, the thing it is associated with, and the
 * policies in force (iot-core, which policies apply).
 *
 * <p>Immutable snapshot; a change in the registry makes a new one.
 *
 * @param certificateId lower-case hexadecimal SHA-256 of the certificate
 * @param mayConnect whether the certificate's status and validity allow connections now
 * @param thing the associated thing, null when there is none
 * @param policies the default versions of the certificate's policies and, through the thing, of its groups' policies
 * @param certificateAttributes the {@code iot:Certificate.*} policy variables, each with its values in order, at most
 *     five, escaped as policies see them; empty when no policy in force asks for any
 */
public record DevicePrincipal(
        AccountRegion scope,
        String certificateId,
        boolean mayConnect,
        @Nullable AssociatedThing thing,
        List<NamedPolicy> policies,
        Map<String, List<String>> certificateAttributes) {
    public DevicePrincipal {
        policies = List.copyOf(policies);
        certificateAttributes = Map.copyOf(certificateAttributes);
    }

    /** The thing a connection is associated with. */
    public record AssociatedThing(
            String name, @Nullable String typeName, Map<String, String> attributes, boolean isExclusive) {
        public AssociatedThing {
            attributes = Map.copyOf(attributes);
        }
    }
}
