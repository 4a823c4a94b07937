// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.channel.Announcement.Fact;
import io.fleetward.application.events.channel.Announcement.Note;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Announcements as adaptive cards, which incoming webhooks of Microsoft Teams take.
 *
 * <p>All text stands in runs, which know no markup, so that no text of a finding can make a link of its own.
 */
final class TeamsMessage {
    private TeamsMessage() {}

    static String write(Announcement announcement) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        ArrayNode body = card.putArray("body");
        announcement.notes().forEach(note -> write(note, body));
        if (announcement.more() > 0) {
            run(line(body), "and " + announcement.more() + " more");
        }
        return message.toString();
    }

    private static void write(Note note, ArrayNode body) {
        run(line(body), note.title()).put("weight", "Bolder").put("size", "Medium");
        String text = note.text();
        if (text != null) {
            run(line(body), text);
        }
        for (Fact fact : note.facts()) {
            ArrayNode line = line(body);
            run(line, fact.name() + ": ").put("weight", "Bolder");
            run(line, fact.value());
        }
        if (note.link() != null) {
            ArrayNode actions = body.addObject().put("type", "ActionSet").putArray("actions");
            actions.addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Read more")
                    .put("url", note.link());
        }
    }

    private static ArrayNode line(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ObjectNode run(ArrayNode line, String text) {
        return line.addObject().put("type", "TextRun").put("text", text);
    }
}
