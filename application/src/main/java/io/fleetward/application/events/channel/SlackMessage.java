// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.channel.Announcement.Fact;
import io.fleetward.application.events.channel.Announcement.Note;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Announcements in blocks, as Slack's incoming webhooks take them.
 *
 * <p>The three characters that Slack gives a meaning are escaped, so that no text of a finding can mention people or
 * hide where a link leads.
 */
final class SlackMessage {
    private SlackMessage() {}

    static String write(Announcement announcement) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put(
                "text",
                announcement.notes().stream().map(note -> escaped(note.title())).collect(Collectors.joining("\n")));
        ArrayNode blocks = message.putArray("blocks");
        announcement.notes().forEach(note -> write(note, blocks));
        if (announcement.more() > 0) {
            section(blocks, "and " + announcement.more() + " more");
        }
        return message.toString();
    }

    private static void write(Note note, ArrayNode blocks) {
        ObjectNode header = blocks.addObject().put("type", "header");
        header.putObject("text")
                .put("type", "plain_text")
                .put("text", note.title())
                .put("emoji", false);
        String text = note.text();
        if (text != null) {
            section(blocks, escaped(text));
        }
        for (Fact fact : note.facts()) {
            section(blocks, "*" + fact.name() + "*: " + escaped(fact.value()));
        }
        if (note.link() != null) {
            section(blocks, "<" + note.link().replace("&", "&amp;") + "|Read more>");
        }
    }

    private static void section(ArrayNode blocks, String markdown) {
        ObjectNode section = blocks.addObject().put("type", "section");
        section.putObject("text").put("type", "mrkdwn").put("text", markdown);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
