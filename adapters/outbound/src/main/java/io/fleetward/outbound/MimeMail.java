// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.delivery.OutgoingMail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes mails as messages of MIME: a plain text, and the JSON document, if any, as a file. */
final class MimeMail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMail() {}

    static MimeMessage write(Session session, MailAddress from, OutgoingMail mail, Instant now)
            throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from.value()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().value()));
        message.setSubject(mail.subject(), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
        }
        OutgoingMail.Attachment attachment = mail.attachment();
        if (attachment == null) {
            message.setText(mail.text(), UTF_8);
        } else {
            var text = new MimeBodyPart();
            text.setText(mail.text(), UTF_8);
            message.setContent(new MimeMultipart(text, file(attachment)));
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart file(OutgoingMail.Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        byte[] json = attachment.json().getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(json, "application/json")));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(attachment.name());
        return part;
    }
}
