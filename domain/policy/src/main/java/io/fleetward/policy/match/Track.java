// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/** The two texts that one word can spell at the same time. */
public enum Track {
    /** What a request names, for example a topic. */
    NAME,
    /** A topic filter that selects the topic on the other track. */
    FILTER
}
