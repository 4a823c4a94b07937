// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;

/**
 * The part of a pattern between two {@code *}: literals, {@code ?} and variables in a row.
 *
 * <p>Positions are indexes into the text; −1 says that there is no match. Immutable.
 */
final class Segment {
    /** One element of a segment. */
    sealed interface Piece {}

    /** Exactly this text. */
    record Literal(String text) implements Piece {}

    /** Exactly one character, be it one or two UTF-16 units. */
    record AnyCharacter() implements Piece {}

    /** Exactly the value of the variable. */
    record Value(Template.Variable variable) implements Piece {}

    static final int NONE = -1;

    private final Piece[] pieces;

    Segment(List<Piece> pieces) {
        this.pieces = pieces.toArray(Piece[]::new);
    }

    /** Where a match that starts at {@code from} ends. */
    int matchAt(String text, int from, PolicyContext context) {
        int at = from;
        for (int i = 0; i < pieces.length && at >= 0; i++) {
            at = forward(pieces[i], text, at, context);
        }
        return at;
    }

    /** Where a match that ends at {@code end} starts. */
    int matchBefore(String text, int end, PolicyContext context) {
        int at = end;
        for (int i = pieces.length - 1; i >= 0 && at >= 0; i--) {
            at = backward(pieces[i], text, at, context);
        }
        return at;
    }

    /** Where the leftmost match within {@code from} and {@code end} ends. */
    int find(String text, int from, int end, PolicyContext context) {
        if (pieces.length == 1 && pieces[0] instanceof Literal(String literal)) {
            int start = text.indexOf(literal, from);
            return start < 0 || start + literal.length() > end ? NONE : start + literal.length();
        }
        for (int start = from; start <= end; start++) {
            int stop = matchAt(text, start, context);
            if (stop >= 0 && stop <= end) {
                return stop;
            }
        }
        return NONE;
    }

    private static int forward(Piece piece, String text, int at, PolicyContext context) {
        return switch (piece) {
            case Literal(String literal) -> text.startsWith(literal, at) ? at + literal.length() : NONE;
            case AnyCharacter() -> at < text.length() ? text.offsetByCodePoints(at, 1) : NONE;
            case Value(Template.Variable variable) -> {
                String value = variable.value(context);
                yield value != null && text.startsWith(value, at) ? at + value.length() : NONE;
            }
        };
    }

    private static int backward(Piece piece, String text, int end, PolicyContext context) {
        return switch (piece) {
            case Literal(String literal) -> endsWith(text, literal, end);
            case AnyCharacter() -> end > 0 ? text.offsetByCodePoints(end, -1) : NONE;
            case Value(Template.Variable variable) -> {
                String value = variable.value(context);
                yield value == null ? NONE : endsWith(text, value, end);
            }
        };
    }

    private static int endsWith(String text, String literal, int end) {
        int start = end - literal.length();
        return start >= 0 && text.startsWith(literal, start) ? start : NONE;
    }
}
