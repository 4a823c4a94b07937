// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

/** What a channel's messages are posted by. */
public enum ChannelKind {
    SLACK,
    TEAMS,
    /** Mail to an address. */
    EMAIL
}
