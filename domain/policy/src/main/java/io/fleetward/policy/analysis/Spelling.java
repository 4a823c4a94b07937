// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.Marks;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A name, and where in it the values of variables stand.
 *
 * <p>Immutable. A variable that stands in several places has the value of the first one everywhere.
 *
 * @param letters the name with boundaries
 * @param values the value of each variable in it, by number
 */
record Spelling(List<Integer> letters, Map<Integer, String> values) {
    Spelling {
        letters = List.copyOf(letters);
        values = Map.copyOf(values);
    }

    /**
     * What the word spells.
     *
     * @param whole the variable whose value is the whole name, or {@link Names#NONE}
     */
    static Spelling of(Word word, int whole) {
        var letters = new ArrayList<Integer>();
        if (whole != Names.NONE) {
            letters.add(Marks.opening(whole));
        }
        word.letters().forEach(spelled -> letters.add(spelled.letter()));
        if (whole != Names.NONE) {
            letters.add(Marks.closing(whole));
        }
        return of(letters);
    }

    /** The same with another value of that variable. */
    Spelling with(int variable, String value) {
        var changed = new ArrayList<Integer>();
        boolean isInside = false;
        for (int letter : letters) {
            boolean isOwn = Marks.isBoundary(letter) && Marks.variable(letter) == variable;
            if (isOwn || !isInside) {
                changed.add(letter);
            }
            if (isOwn) {
                isInside = !Marks.isClosing(letter);
                if (isInside) {
                    value.codePoints().forEach(changed::add);
                }
            }
        }
        return of(changed);
    }

    /** The name as text. */
    String name() {
        var name = new StringBuilder();
        letters.stream().filter(Marks::isCharacter).forEach(name::appendCodePoint);
        return name.toString();
    }

    private static Spelling of(List<Integer> letters) {
        var values = new TreeMap<Integer, String>();
        var open = new TreeMap<Integer, StringBuilder>();
        for (int letter : letters) {
            if (!Marks.isBoundary(letter)) {
                open.values().forEach(value -> value.appendCodePoint(letter));
            } else if (!Marks.isClosing(letter)) {
                open.put(Marks.variable(letter), new StringBuilder());
            } else {
                StringBuilder value = open.remove(Marks.variable(letter));
                values.putIfAbsent(Marks.variable(letter), String.valueOf(value));
            }
        }
        return new Spelling(letters, values);
    }
}
