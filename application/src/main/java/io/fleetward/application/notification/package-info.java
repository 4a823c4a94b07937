// SPDX-License-Identifier: Apache-2.0
/** Notification topics, as alert targets name them. Start at {@code TopicAdministration}. */
@NullMarked
package io.fleetward.application.notification;

import org.jspecify.annotations.NullMarked;
