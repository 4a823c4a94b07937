// SPDX-License-Identifier: Apache-2.0
/**
 * What an MQTT broker with the semantics of AWS IoT decides, without sockets, clocks or threads.
 *
 * <p>Sessions live in {@code broker.session}, the subscription trie in {@code broker.subscription}; what happened is
 * told as facts of {@code broker.fact}. Bytes and timers are the edge's affair.
 */
@NullMarked
package io.fleetward.broker;

import org.jspecify.annotations.NullMarked;
