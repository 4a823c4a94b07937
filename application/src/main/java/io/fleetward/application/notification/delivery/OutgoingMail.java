// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one address. Immutable.
 *
 * @param subject one line; whatever would end it becomes a blank, so that it adds no header
 * @param text plain text
 * @param attachment a JSON document that goes with it, null when none does
 * @param unsubscribe a link by which the mails come to an end, null when there is none
 */
public record OutgoingMail(
        MailAddress to,
        String subject,
        String text,
        @Nullable Attachment attachment,
        @Nullable String unsubscribe) {
    private static final int LONGEST_SUBJECT = 200;

    /** A JSON document and what its file is called. Immutable. */
    public record Attachment(String name, String json) {}

    public OutgoingMail {
        String line = subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        subject = line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT) - 1));
    }
}
