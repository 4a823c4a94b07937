// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

/** Hands mails to the mail server. Thread-safe. */
@FunctionalInterface
public interface MailSender {
    /** Sends the mail and waits for the server's answer, but never longer than a deadline of its own; never throws. */
    DeliveryOutcome send(OutgoingMail mail);
}
