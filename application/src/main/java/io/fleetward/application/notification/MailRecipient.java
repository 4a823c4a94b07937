// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

/**
 * Somebody who gets the messages of a subscription by mail (hub, SNS). Immutable.
 *
 * @param isJson whether the mail is the JSON document that an endpoint would get
 */
public record MailRecipient(MailAddress address, boolean isJson) implements Recipient {
    static final String PLAIN = "email";
    static final String JSON = "email-json";

    @Override
    public String protocol() {
        return isJson ? JSON : PLAIN;
    }

    @Override
    public String stored() {
        return protocol() + ":" + address;
    }

    /** The address as the user wrote it. */
    @Override
    public String toString() {
        return address.value();
    }
}
