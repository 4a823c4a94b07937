// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.AuthorizationRequest;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request that shows what policies come to.
 *
 * <p>Immutable.
 *
 * @param resource what it asks for, as ARN
 * @param keys who asks, and under which circumstances: context keys with their values, by name
 */
public record Witness(DeviceAction action, String resource, Map<String, List<String>> keys) {
    public Witness {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** The request, for {@link io.fleetward.policy.evaluate.PolicyEngine}. */
    public AuthorizationRequest request() {
        return new AuthorizationRequest(action, resource, context());
    }

    /** The same request for another action, one that the same statements speak of. */
    Witness insteadFor(DeviceAction other) {
        return new Witness(other, resource, keys);
    }

    /** The MQTT client id under which the request is made. */
    public String clientId() {
        return String.join("", keys.getOrDefault(ContextKeys.CLIENT_ID, List.of()));
    }

    /** The circumstances in words: {@code iot:ClientId=pump-7, aws:SourceIp=192.0.2.1}. */
    public String circumstances() {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "=" + String.join("|", key.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return action.wireName() + " on " + resource + " with " + circumstances();
    }

    private PolicyContext context() {
        PolicyContext.Builder context = PolicyContext.builder();
        keys.forEach(context::put);
        return context.build();
    }
}
