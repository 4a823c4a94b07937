// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

/** The programs whose incoming webhooks are known. */
public enum ChannelKind {
    SLACK,
    TEAMS
}
