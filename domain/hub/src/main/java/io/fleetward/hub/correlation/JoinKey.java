// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

/** What makes findings concern the same resource. The constants' names are the wire names. */
public enum JoinKey {
    /** One of their resources has the same Id, whatever that is. */
    RESOURCE_ID,
    /**
     * They concern the same thing, whoever found them: by name, client id or ARN, or by a certificate or policy that it
     * uses.
     */
    THING
}
