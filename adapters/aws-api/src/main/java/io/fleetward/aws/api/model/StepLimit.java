// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import java.util.regex.Pattern;

/** Runs a backtracking matcher for a bounded number of steps. */
final class StepLimit {
    /** Well under a millisecond; a match without pathological backtracking reads each character a few times. */
    private static final int STEPS_PER_CHARACTER = 64;

    private static final int FREE_STEPS = 4_096;

    /** Keeps the matcher's recursion shallow; no modelled string of this kind is longer. */
    private static final int MAX_LENGTH = 2_048;

    private StepLimit() {}

    /** Whether the whole text matches within the limit. */
    static boolean matches(Pattern pattern, String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(text)).matches();
        } catch (LimitReachedException | StackOverflowError tooMany) {
            return false;
        }
    }

    private static final class LimitReachedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LimitReachedException() {
            super(null, null, false, false);
        }
    }

    /** Counts each character read as one step; confined to one match. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int left;

        CountedText(String text) {
            this.text = text;
            this.left = FREE_STEPS + STEPS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new LimitReachedException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
