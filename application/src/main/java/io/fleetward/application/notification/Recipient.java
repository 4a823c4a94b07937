// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import java.net.URI;

/** Who gets the messages of a subscription, and by which protocol (hub, SNS). Immutable; {@code toString} is its address. */
public sealed interface Recipient permits Endpoint, MailRecipient {
    /** As SNS names it. */
    String protocol();

    /** A text that no other recipient has, from which {@link #restore} makes it again. */
    String stored();

    /** Reads a recipient that a user sent, or refuses it with what is wrong. */
    static Recipient parse(String protocol, String text) {
        return switch (protocol) {
            case MailRecipient.PLAIN -> new MailRecipient(address(text), false);
            case MailRecipient.JSON -> new MailRecipient(address(text), true);
            default -> Endpoint.parse(protocol, text);
        };
    }

    private static MailAddress address(String text) {
        MailAddress address = MailAddress.parse(text);
        if (address == null) {
            throw TopicNames.invalid("Endpoint Reason: must be a mail address such as soc@fleetward.example");
        }
        return address;
    }

    /** The recipient that was stored as this text. */
    static Recipient restore(String stored) {
        int colon = stored.indexOf(':');
        String rest = stored.substring(colon + 1);
        return switch (stored.substring(0, colon)) {
            case MailRecipient.PLAIN -> new MailRecipient(new MailAddress(rest), false);
            case MailRecipient.JSON -> new MailRecipient(new MailAddress(rest), true);
            default -> new Endpoint(URI.create(stored));
        };
    }
}
