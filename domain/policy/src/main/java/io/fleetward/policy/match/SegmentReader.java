// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import io.fleetward.policy.match.Segment.AnyCharacter;
import io.fleetward.policy.match.Segment.Literal;
import io.fleetward.policy.match.Segment.Piece;
import io.fleetward.policy.match.Segment.Value;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;

/** Cuts a template at its {@code *} into segments; used once per pattern. */
final class SegmentReader {
    private final List<Segment> segments = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    /** At least one segment; one more than there are {@code *} in a row. */
    List<Segment> read(Template template) {
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Template.Plain(String text) -> text.codePoints().forEach(this::character);
                case Template.Escaped(String text) -> literal.append(text);
                case Template.Variable variable -> {
                    endLiteral();
                    pieces.add(new Value(variable));
                }
            }
        }
        endLiteral();
        segments.add(new Segment(pieces));
        return segments;
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '*' -> endSegment();
            case '?' -> {
                endLiteral();
                pieces.add(new AnyCharacter());
            }
            default -> literal.appendCodePoint(codePoint);
        }
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** A run of {@code *} means the same as one. */
    private void endSegment() {
        endLiteral();
        if (!pieces.isEmpty() || segments.isEmpty()) {
            segments.add(new Segment(pieces));
            pieces.clear();
        }
    }
}
