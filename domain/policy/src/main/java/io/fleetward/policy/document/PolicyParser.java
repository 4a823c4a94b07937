// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a policy strictly (iot-core, document grammar). Confined to one thread; used once per document. */
final class PolicyParser {
    private final String text;
    private final JsonCursor json;
    private LanguageVersion version = LanguageVersion.V2008;
    private @Nullable String id;
    private @Nullable List<StatementParser> statements;

    private PolicyParser(String text) {
        this.text = text;
        json = new JsonCursor(text);
    }

    static ParseResult parse(String text, int limit) {
        try {
            checkSize(text, limit);
            return new ParseResult.Parsed(new PolicyParser(text).document());
        } catch (MalformedPolicy malformed) {
            return malformed.result();
        }
    }

    /** Counts the characters, and refuses halves of characters, which no store could give back as they came. */
    private static void checkSize(String text, int limit) {
        int line = 1;
        int column = 0;
        int size = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            column++;
            size += Character.isWhitespace(point) ? 0 : 1;
            if (size > limit) {
                throw new MalformedPolicy(
                        new Position(line, column), "more than " + limit + " characters, not counting whitespace");
            }
            if (Character.getType(point) == Character.SURROGATE) {
                throw new MalformedPolicy(new Position(line, column), "half of a surrogate pair is no character");
            }
            if (point == '\n') {
                line++;
                column = 0;
            }
        }
    }

    private PolicyDocument document() {
        json.advance();
        Position start = json.position();
        json.object("a policy", this::member);
        json.finish();
        if (statements == null) {
            throw new MalformedPolicy(start, "Statement is missing");
        }
        return new PolicyDocument(
                text,
                version,
                id,
                statements.stream().map(statement -> statement.build(version)).toList());
    }

    private void member(String name) {
        Position position = json.position();
        json.advance();
        switch (name) {
            case "Version" -> version = languageVersion();
            case "Id" -> id = json.string("Id");
            case "Statement" -> statements = json.oneOrMany(() -> StatementParser.read(json));
            default ->
                throw new MalformedPolicy(
                        position, "unknown element '" + name + "'; a policy has Version, Id and Statement");
        }
    }

    private LanguageVersion languageVersion() {
        String wanted = json.string("Version");
        for (LanguageVersion candidate : LanguageVersion.values()) {
            if (candidate.wireName().equals(wanted)) {
                return candidate;
            }
        }
        throw json.malformed("Version must be 2012-10-17 or 2008-10-17");
    }
}
