// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.List;

/**
 * What a search has spelled, letter by letter.
 *
 * <p>Immutable.
 */
public record Word(List<Spelled> letters) {
    /**
     * One letter and where it stands.
     *
     * @param inName whether it is part of the name
     * @param inFilter whether it is part of the filter
     */
    public record Spelled(int letter, boolean inName, boolean inFilter) {
        /** Whether the letter stands on that track. */
        public boolean isOn(Track track) {
            return switch (track) {
                case NAME -> inName;
                case FILTER -> inFilter;
            };
        }
    }

    public Word {
        letters = List.copyOf(letters);
    }

    /** The text on that track, without boundaries, and with that name wherever a stranger is meant. */
    public String text(Track track, String stranger) {
        var text = new StringBuilder();
        for (Spelled spelled : letters) {
            if (!spelled.isOn(track)) {
                continue;
            }
            if (Marks.isCharacter(spelled.letter())) {
                text.appendCodePoint(spelled.letter());
            } else if (spelled.letter() == Marks.STRANGER) {
                text.append(stranger);
            }
        }
        return text.toString();
    }
}
