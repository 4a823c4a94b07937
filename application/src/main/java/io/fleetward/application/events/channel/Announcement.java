// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.events.delivery.TargetSender.Letter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people read of an event. Immutable.
 *
 * @param more how many further findings the event carries
 */
record Announcement(List<Note> notes, int more) {
    private static final int MOST_NOTES = 5;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_VALUE = 500;

    /** Half of what one section of Slack may hold, so that escapes fit. */
    private static final int LONGEST_TEXT = 1500;

    private static final int LONGEST_LINK = 1000;

    /** One thing to read about; the link, if any, is an http or https URL. Immutable. */
    record Note(
            String title,
            @Nullable String text,
            List<Fact> facts,
            @Nullable String link) {}

    /** A line of a note. Immutable. */
    record Fact(String name, String value) {}

    /** Reads the letter: findings one by one, another event by its envelope, any other text as it is. */
    static Announcement of(Letter letter) {
        if (!(json(letter.text()) instanceof ObjectNode event)
                || !event.path("detail").isObject()) {
            return new Announcement(List.of(plain(letter)), 0);
        }
        JsonNode findings = event.path("detail").path("findings");
        if (findings.isEmpty()) {
            return new Announcement(List.of(other(event)), 0);
        }
        List<Note> notes = findings.valueStream()
                .limit(MOST_NOTES)
                .map(Announcement::finding)
                .toList();
        return new Announcement(notes, findings.size() - notes.size());
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException plainText) {
            return null;
        }
    }

    private static Note plain(Letter letter) {
        JsonNode json = json(letter.text());
        String text = json != null && json.isString() ? json.stringValue() : letter.text();
        return new Note("Rule " + letter.event().rule().name(), cut(text, LONGEST_TEXT), List.of(), null);
    }

    private static Note other(ObjectNode event) {
        var facts = new ArrayList<Fact>();
        add(facts, "Source", event.path("source"));
        add(facts, "Resource", event.path("resources").path(0));
        add(facts, "Account", event.path("account"));
        add(facts, "Region", event.path("region"));
        add(facts, "Time", event.path("time"));
        String message = event.path("detail").path("message").asString("");
        String title = cut(event.path("detail-type").asString("Event"), LONGEST_TITLE);
        return new Note(title, message.isEmpty() ? null : cut(message, LONGEST_TEXT), facts, null);
    }

    private static Note finding(JsonNode finding) {
        var facts = new ArrayList<Fact>();
        add(facts, "Severity", finding.path("Severity").path("Label"));
        JsonNode resources = finding.path("Resources");
        String resource = resources.path(0).path("Id").asString("");
        if (!resource.isEmpty()) {
            String others = resources.size() > 1 ? " and " + (resources.size() - 1) + " more" : "";
            facts.add(new Fact("Resource", cut(resource, LONGEST_VALUE) + others));
        }
        add(facts, "Product", finding.path("ProductName"));
        add(facts, "Account", finding.path("AwsAccountId"));
        add(facts, "Region", finding.path("Region"));
        add(facts, "State", finding.path("RecordState"));
        String title = cut(finding.path("Title").asString("Finding"), LONGEST_TITLE);
        return new Note(title, null, facts, link(finding));
    }

    /** Where the finding is explained, or else what to do about it. */
    private static @Nullable String link(JsonNode finding) {
        String source = finding.path("SourceUrl").asString("");
        String url = source.isEmpty()
                ? finding.path("Remediation").path("Recommendation").path("Url").asString("")
                : source;
        boolean isUsable = url.length() <= LONGEST_LINK
                && (url.startsWith("https://") || url.startsWith("http://"))
                && url.chars()
                        .allMatch(character -> character > ' ' && character < 0x7F && "|<>".indexOf(character) < 0);
        return isUsable ? url : null;
    }

    private static void add(List<Fact> facts, String name, JsonNode value) {
        String text = value.asString("");
        if (!text.isEmpty()) {
            facts.add(new Fact(name, cut(text, LONGEST_VALUE)));
        }
    }

    /** The text, cut between characters where it is longer. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
