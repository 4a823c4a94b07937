// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.List;

/**
 * What may go wrong with a device, and by which behaviors of the reference profiles it is found; those without any hide
 * within what is normal and are for learned models.
 */
public enum AttackKind {
    /** Hundreds of hosts are tried in a window. */
    SCANNING,
    /** The device publishes without pause. */
    FLOOD,
    /** It calls a strange host, 30 times in a window. */
    BEACON,
    /** It calls a host where it belongs, 14 times a day. */
    HIDDEN_BEACON,
    /** Its messages grow by a tenth. */
    SLOW_EXFILTRATION,
    /** Somebody uses its certificate from elsewhere. */
    CREDENTIAL_ABUSE,
    /** Another device has its client id, and they take the connection from each other. */
    DUPLICATE_CLIENT_ID,
    /** It tries which topics it may read. */
    TOPIC_ENUMERATION,
    /** Its messages are of ten times the size. */
    OVERSIZED_MESSAGES;

    /** Names of behaviors that such an attack must or may break. */
    public List<String> behaviors() {
        return switch (this) {
            case SCANNING, BEACON -> List.of("destinations");
            case FLOOD -> List.of("messagesSent");
            case CREDENTIAL_ABUSE -> List.of("sourceAddress", "authorizationFailures");
            case DUPLICATE_CLIENT_ID -> List.of("connectionAttempts", "disconnects");
            case TOPIC_ENUMERATION -> List.of("authorizationFailures");
            case OVERSIZED_MESSAGES -> List.of("messageSize");
            case HIDDEN_BEACON, SLOW_EXFILTRATION -> List.of();
        };
    }

    /** Whether fixed rules can find it. */
    public boolean isRuleDetectable() {
        return !behaviors().isEmpty();
    }
}
