// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

/** Reads a query from its start to its end, character by character and word by word. Not thread-safe. */
final class QueryText {
    /** What ends a word unless a backslash stands before it. */
    private static final String SEPARATORS = "()[]{}\":<>=";
    /** Signs of Lucene that the index does not have: boost, fuzzy search, and its other ways to write operators. */
    private static final String UNSUPPORTED = "^~!&|";

    private final String text;
    private int at;

    QueryText(String text) {
        this.text = text;
    }

    /** Leaves white space behind. */
    QueryText trimmed() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return this;
    }

    boolean isAtEnd() {
        return trimmed().at == text.length();
    }

    /** Whether the next character, after white space, is this one. */
    boolean isAt(char expected) {
        return !isAtEnd() && text.charAt(at) == expected;
    }

    /** Takes the next character if it is this one. */
    boolean take(char expected) {
        boolean isThere = isAt(expected);
        if (isThere) {
            at++;
        }
        return isThere;
    }

    /** Whether the next word is exactly this one. */
    boolean isAtWord(String expected) {
        trimmed();
        int end = at + expected.length();
        return text.startsWith(expected, at) && (end == text.length() || isBoundary(text.charAt(end)));
    }

    /** Takes the next word if it is exactly this one. */
    boolean takeWord(String expected) {
        boolean isThere = isAtWord(expected);
        if (isThere) {
            at += expected.length();
        }
        return isThere;
    }

    /** Takes a word: its characters with the escapes resolved, and its wildcards as {@link Glob} writes them. */
    String word() {
        trimmed();
        var word = new StringBuilder();
        while (at < text.length() && !isBoundary(text.charAt(at))) {
            word.append(letter());
        }
        if (word.isEmpty()) {
            throw unexpected();
        }
        return word.toString();
    }

    /** Takes what stands between double quotes, of which the first is taken already. */
    String phrase() {
        var phrase = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            phrase.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        if (!take('"')) {
            throw new InvalidQueryException("The query ends within a phrase: \" is missing");
        }
        return phrase.toString();
    }

    /** Says that the query cannot go on like this. */
    InvalidQueryException unexpected() {
        return isAtEnd()
                ? new InvalidQueryException("The query ends where a term must follow")
                : new InvalidQueryException("Unexpected " + text.charAt(at) + " at character " + (at + 1)
                        + " of the query; a backslash before it makes it a part of a word");
    }

    private char letter() {
        char next = text.charAt(at);
        if (next == '\\') {
            return escaped();
        }
        if (UNSUPPORTED.indexOf(next) >= 0 || isPrivate(next)) {
            throw unexpected();
        }
        at++;
        return switch (next) {
            case '*' -> Glob.MANY;
            case '?' -> Glob.ONE;
            default -> next;
        };
    }

    private char escaped() {
        at++;
        if (at == text.length() || isPrivate(text.charAt(at))) {
            throw unexpected();
        }
        return text.charAt(at++);
    }

    private static boolean isPrivate(char character) {
        return character == Glob.MANY || character == Glob.ONE;
    }

    private static boolean isBoundary(char character) {
        return Character.isWhitespace(character) || SEPARATORS.indexOf(character) >= 0;
    }
}
