// SPDX-License-Identifier: Apache-2.0
/** Who wants which messages: subscriptions and the trie that finds the recipients of a topic. */
@NullMarked
package io.fleetward.broker.subscription;

import org.jspecify.annotations.NullMarked;
