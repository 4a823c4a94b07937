// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Words that spell one name, with boundaries where the value of a variable begins and ends.
 *
 * <p>Values may overlap, since one text can be the value of several variables; no value is empty. Immutable.
 *
 * @param form which names there are
 * @param variables which characters the value of each variable may hold, by the number of the variable
 * @param whole the number of the variable whose value is the whole name, or {@link #NONE}
 */
public record Names(NameForm form, List<IntPredicate> variables, int whole) implements Grammar {
    /** No variable. */
    public static final int NONE = -1;

    /** A mode is the state of the form in the low bits and a bit for each variable whose value is open above. */
    private static final int FORM_BITS = 8;

    private static final long FORM = (1 << FORM_BITS) - 1;

    public Names {
        variables = List.copyOf(variables);
        if (variables.size() > Marks.MOST_VARIABLES) {
            throw new IllegalArgumentException(variables.size() + " variables are too many");
        }
    }

    /** Names of that form, without boundaries. */
    public Names(NameForm form) {
        this(form, List.of(), NONE);
    }

    @Override
    public long start() {
        return NameForm.START;
    }

    @Override
    public boolean mayEnd(long mode) {
        return mode >>> FORM_BITS == 0 && form.isWhole((int) (mode & FORM));
    }

    @Override
    public String telling() {
        return form.telling();
    }

    @Override
    public int[] before() {
        return whole == NONE ? new int[0] : new int[] {Marks.opening(whole)};
    }

    @Override
    public int[] after() {
        return whole == NONE ? new int[0] : new int[] {Marks.closing(whole)};
    }

    @Override
    public void follow(long mode, Expected expected, Pen pen) {
        int state = (int) (mode & FORM);
        IntPredicate isAllowed = letter -> form.next(state, letter) != NameForm.DEAD && isAllowedInValues(mode, letter);
        expected.characters(isAllowed, letter -> pen.write(letter, true, false, next(mode, letter)));
        if (expected.contains(Marks.STRANGER) && isAllowed.test(Marks.STRANGER)) {
            pen.write(Marks.STRANGER, true, false, next(mode, Marks.STRANGER));
        }
        expected.boundaries(letter -> boundary(mode, letter, pen));
    }

    private long next(long mode, int letter) {
        return (mode & ~FORM) | form.next((int) (mode & FORM), letter);
    }

    private void boundary(long mode, int letter, Pen pen) {
        long open = 1L << FORM_BITS << Marks.variable(letter);
        boolean isOpen = (mode & open) != 0;
        if (Marks.variable(letter) != whole && isOpen == Marks.isClosing(letter)) {
            pen.write(letter, true, false, mode ^ open);
        }
    }

    private boolean isAllowedInValues(long mode, int letter) {
        for (long open = mode >>> FORM_BITS; open != 0; open &= open - 1) {
            if (!variables.get(Long.numberOfTrailingZeros(open)).test(letter)) {
                return false;
            }
        }
        return true;
    }
}
