// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

/** What became of a message a device sent by HTTP. */
public enum HttpPublishOutcome {
    ACCEPTED,
    /** The certificate is unknown or not active. */
    UNKNOWN_CERTIFICATE,
    /** The policies do not allow it. */
    DENIED,
    /** Clients may not publish on this topic, or nobody handles it here. */
    TOPIC_REFUSED
}
