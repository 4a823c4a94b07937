// SPDX-License-Identifier: Apache-2.0
/**
 * Sends messages to other people's servers over HTTP, and only to addresses that the operator permits.
 *
 * <p>Start at {@code HttpMessageSender}. What is sent, and how often it is tried, is decided by the application.
 */
@NullMarked
package io.fleetward.outbound;

import org.jspecify.annotations.NullMarked;
