// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

/**
 * What the findings of a correlation have in common. Immutable.
 *
 * @param type as of a finding's resource
 * @param id what it is joined by
 */
public record JoinedResource(String type, String id) {
    /** The type of things. */
    public static final String THING = "AwsIotThing";
}
