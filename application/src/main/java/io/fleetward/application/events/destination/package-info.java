// SPDX-License-Identifier: Apache-2.0
/**
 * Targets outside: connections, which know how to prove who calls, API destinations, which know where, and how a letter
 * becomes a request.
 *
 * <p>Start at {@code ApiDestinationSender}. The client that sends requests is behind {@code WebClient}.
 */
@NullMarked
package io.fleetward.application.events.destination;

import org.jspecify.annotations.NullMarked;
