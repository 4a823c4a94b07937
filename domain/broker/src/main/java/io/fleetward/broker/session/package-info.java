// SPDX-License-Identifier: Apache-2.0
/** What a client and the broker owe each other: unacknowledged messages, packet ids, keep-alive, expiry, the will. */
@NullMarked
package io.fleetward.broker.session;

import org.jspecify.annotations.NullMarked;
