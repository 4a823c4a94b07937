// SPDX-License-Identifier: Apache-2.0
/**
 * Channels in which people read what events say: incoming webhooks of chat programs.
 *
 * <p>Start at {@code ChannelSender}. {@code Announcement} is what people read, whatever the program.
 */
@NullMarked
package io.fleetward.application.events.channel;

import org.jspecify.annotations.NullMarked;
