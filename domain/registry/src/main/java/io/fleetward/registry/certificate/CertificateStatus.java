// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

/** Where a device certificate is in its life (iot-core, device certificate status). The names are the wire names. */
public enum CertificateStatus {
    ACTIVE,
    INACTIVE,
    REVOKED,
    PENDING_TRANSFER,
    REGISTER_INACTIVE,
    PENDING_ACTIVATION;

    /** Whether a device may connect with a certificate of this status. */
    public boolean allowsConnect() {
        return this == ACTIVE;
    }

    /** Whether only the service itself may set this status. */
    public boolean isPending() {
        return this == PENDING_TRANSFER || this == PENDING_ACTIVATION;
    }
}
