// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks through JSON text value by value and says where it is; refuses what is not JSON, and duplicate names.
 *
 * <p>The cursor stands on the first token of the value to be read, or on a member's name when the value is to follow;
 * every reading method leaves it on the last token of what it read. Confined to one thread.
 */
final class JsonCursor {
    /** What is done with a member of an object: the cursor stands on its name. */
    interface Member {
        void read(String name);
    }

    /** A policy nests six deep; text that nests deeper is refused before it costs anything. */
    private static final int DEEPEST = 16;

    /** Where the parser remarks on itself. */
    private static final Pattern OF_THE_PARSER = Pattern.compile(" \\([^()]*\\[Source: .*");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser json;

    JsonCursor(String text) {
        json = JSON.createParser(ObjectReadContext.empty(), text);
    }

    /** Moves to the next token: into an array, from a name to its value, or to the start of the document. */
    void advance() {
        if (next() == null) {
            throw malformed("the document ends too early");
        }
    }

    /** Refuses anything but white space after the document. */
    void finish() {
        if (next() != null) {
            throw malformed("nothing may follow the document");
        }
    }

    Position position() {
        return position(json.currentTokenLocation());
    }

    boolean isArray() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    /** Reads an object member by member. */
    void object(String what, Member member) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed(what + " must be an object");
        }
        Set<String> seen = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (!seen.add(name)) {
                throw malformed("'" + name + "' appears twice");
            }
            member.read(name);
        }
    }

    /** Reads an array of values, or the one value that may stand in its place. */
    <T> List<T> oneOrMany(Supplier<T> value) {
        var values = new ArrayList<T>();
        if (!isArray()) {
            values.add(value.get());
            return values;
        }
        while (next() != JsonToken.END_ARRAY) {
            values.add(value.get());
        }
        return values;
    }

    /** Reads a string. */
    String string(String what) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(what + " must be a string");
        }
        return text();
    }

    /** Reads a string, a number or a truth value as text. */
    String scalar(String what) {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw malformed(what + " must be a string");
        }
        return text();
    }

    MalformedPolicy malformed(String reason) {
        return new MalformedPolicy(position(), reason);
    }

    private String text() {
        try {
            return json.getString();
        } catch (JacksonException notJson) {
            throw malformed(notJson);
        }
    }

    private @Nullable JsonToken next() {
        try {
            return json.nextToken();
        } catch (JacksonException notJson) {
            throw malformed(notJson);
        }
    }

    private static MalformedPolicy malformed(JacksonException notJson) {
        TokenStreamLocation location = notJson.getLocation();
        Position position = location == null ? new Position(1, 1) : position(location);
        return new MalformedPolicy(position, reason(notJson));
    }

    /** The parser's words, as far as they speak of the document and not of the parser. */
    private static String reason(JacksonException notJson) {
        return switch (notJson) {
            case UnexpectedEndOfInputException _ -> "the document ends too early";
            case StreamConstraintsException _ -> "it nests too deeply, or a name or number in it is too long";
            default -> {
                String message =
                        notJson.getOriginalMessage().lines().findFirst().orElse("");
                yield "not valid JSON: " + OF_THE_PARSER.matcher(message).replaceAll("");
            }
        };
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
