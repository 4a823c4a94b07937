// SPDX-License-Identifier: Apache-2.0
/**
 * Notification topics, who is subscribed to them, and what is published to them.
 *
 * <p>Start at {@code TopicPublishing}. How messages reach endpoints is in {@code delivery}.
 */
@NullMarked
package io.fleetward.application.notification;

import org.jspecify.annotations.NullMarked;
