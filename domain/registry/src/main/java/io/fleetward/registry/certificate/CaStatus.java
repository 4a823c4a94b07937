// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

/** Whether a registered CA vouches for new certificates. The names are the wire names. */
public enum CaStatus {
    ACTIVE,
    INACTIVE
}
