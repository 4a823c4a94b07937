// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;

/**
 * The message kept for later subscribers of its topic. Immutable.
 *
 * @param modifiedAt when it was stored, in milliseconds since the epoch
 */
public record RetainedMessage(Message message, long modifiedAt) {}
