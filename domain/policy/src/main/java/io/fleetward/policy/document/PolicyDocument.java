// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.policy.variable.ContextKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy: statements that allow and deny (iot-core, document grammar).
 *
 * <p>Immutable; it is the text taken apart and compiled, so share it instead of parsing again.
 *
 * @param text the document exactly as it was given
 * @param version the version of the language it is written in
 */
public record PolicyDocument(
        String text, LanguageVersion version, @Nullable String id, List<Statement> statements) {
    /** Most characters, not counting whitespace, that AWS accepts (iot-core, objects and limits). */
    public static final int DEFAULT_LIMIT = 2048;

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** Reads a document of at most {@link #DEFAULT_LIMIT} characters. */
    public static ParseResult parse(String text) {
        return parse(text, DEFAULT_LIMIT);
    }

    /** Reads a document of at most {@code limit} characters, not counting whitespace. */
    public static ParseResult parse(String text, int limit) {
        return PolicyParser.parse(text, limit);
    }

    /** The context keys this policy asks for, as conditions and variables; one that is written twice comes twice. */
    public Stream<ContextKey> keys() {
        return statements.stream().flatMap(Statement::keys);
    }

    /** Equal are documents with the same text, whatever was read from it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyDocument document && text.equals(document.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
