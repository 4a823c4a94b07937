// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

/** Whether a certificate speaks for one thing alone. The names are the wire names. */
public enum AttachmentType {
    /** Every connection with the certificate is associated with the thing, whatever its client id. */
    EXCLUSIVE_THING,
    /** A connection is associated with the thing when its client id is the thing's name. */
    NON_EXCLUSIVE_THING
}
