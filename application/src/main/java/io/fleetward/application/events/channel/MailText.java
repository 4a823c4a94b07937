// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.channel.Announcement.Fact;
import io.fleetward.application.events.channel.Announcement.Note;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.delivery.OutgoingMail;
import io.fleetward.application.notification.delivery.OutgoingMail.Attachment;
import java.util.List;

/** An announcement as a mail: words for people, and what the target gets as an attachment for programs. */
final class MailText {
    private MailText() {}

    static OutgoingMail write(MailAddress to, Letter letter) {
        Announcement announcement = Announcement.of(letter);
        var text = new StringBuilder();
        announcement.notes().forEach(note -> write(text, note));
        if (announcement.more() > 0) {
            text.append("and ").append(announcement.more()).append(" more\n\n");
        }
        text.append("--\nSent by the rule ").append(letter.event().rule().arn()).append('\n');
        return new OutgoingMail(to, subject(announcement.notes()), text.toString(), attachment(letter), null);
    }

    private static void write(StringBuilder text, Note note) {
        text.append(note.title()).append('\n');
        if (note.text() != null) {
            text.append(note.text()).append('\n');
        }
        for (Fact fact : note.facts()) {
            text.append(fact.name()).append(": ").append(fact.value()).append('\n');
        }
        if (note.link() != null) {
            text.append(note.link()).append('\n');
        }
        text.append('\n');
    }

    private static String subject(List<Note> notes) {
        Note first = notes.getFirst();
        return first.facts().stream()
                .filter(fact -> fact.name().equals("Severity"))
                .map(fact -> "[" + fact.value() + "] " + first.title())
                .findFirst()
                .orElse(first.title());
    }

    private static Attachment attachment(Letter letter) {
        String id = letter.event().document().path("id").asString("");
        boolean isSafe = id.matches("[A-Za-z0-9-]{1,64}");
        return new Attachment(isSafe ? "event-" + id + ".json" : "event.json", letter.text());
    }
}
