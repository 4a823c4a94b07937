// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/** Which texts can be a name, decided character by character (iot-core, actions and resources). */
public enum NameForm {
    /** No text at all. */
    EMPTY("") {
        @Override
        int next(int state, int letter) {
            return DEAD;
        }

        @Override
        boolean isWhole(int state) {
            return true;
        }
    },
    /** Any text but the empty one. */
    TEXT("") {
        @Override
        int next(int state, int letter) {
            return letter == 0 ? DEAD : 1;
        }
    },
    /** A topic: no wildcards. */
    TOPIC("") {
        @Override
        int next(int state, int letter) {
            return letter == 0 || letter == '+' || letter == '#' ? DEAD : 1;
        }
    },
    /** A topic filter: a wildcard is a whole level, and nothing follows {@code #}. */
    FILTER("/+#") {
        private static final int IN_LEVEL = 1;
        private static final int LEVEL_BEGINS = 2;
        private static final int AFTER_PLUS = 3;
        private static final int AFTER_HASH = 4;

        @Override
        int next(int state, int letter) {
            boolean atStart = state == START || state == LEVEL_BEGINS;
            return switch (letter) {
                case 0 -> DEAD;
                case '/' -> state == AFTER_HASH ? DEAD : LEVEL_BEGINS;
                case '+' -> atStart ? AFTER_PLUS : DEAD;
                case '#' -> atStart ? AFTER_HASH : DEAD;
                default -> atStart || state == IN_LEVEL ? IN_LEVEL : DEAD;
            };
        }
    },
    /** The name of a thing, an alias or the like: letters, digits and {@code : _ -}, and for an alias {@code = , @}. */
    THING("") {
        @Override
        int next(int state, int letter) {
            return isNameLetter(letter) ? 1 : DEAD;
        }
    },
    /** The name of a thing, or that of one of its shadows after a slash. */
    SHADOW("/") {
        private static final int THING_READ = 1;
        private static final int SHADOW_BEGINS = 2;
        private static final int SHADOW_READ = 3;

        @Override
        int next(int state, int letter) {
            if (letter == '/') {
                return state == THING_READ ? SHADOW_BEGINS : DEAD;
            }
            if (!isNameLetter(letter)) {
                return DEAD;
            }
            boolean inThing = state == START || state == THING_READ;
            return inThing ? THING_READ : SHADOW_READ;
        }

        @Override
        boolean isWhole(int state) {
            return state == THING_READ || state == SHADOW_READ;
        }
    },
    /** The name of a role alias. */
    ALIAS("") {
        @Override
        int next(int state, int letter) {
            boolean isAllowed = letter == ':' ? false : isNameLetter(letter) || "=,@".indexOf(letter) >= 0;
            return isAllowed ? 1 : DEAD;
        }
    };

    /** The state before the first letter. */
    static final int START = 0;

    /** No name begins like that. */
    static final int DEAD = -1;

    private final String telling;

    NameForm(String telling) {
        this.telling = telling;
    }

    /** The state after a further letter. */
    abstract int next(int state, int letter);

    /** Whether the text may end in this state. */
    boolean isWhole(int state) {
        return state != START;
    }

    /** The characters that mean something to the form itself. */
    String telling() {
        return telling;
    }

    /** Whether the character can stand in the name of a thing; so can the name of a stranger. */
    static boolean isNameLetter(int letter) {
        boolean isAlphabetic = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        boolean isDigit = letter >= '0' && letter <= '9';
        return isAlphabetic || isDigit || letter == ':' || letter == '-' || letter == '_' || letter == Marks.STRANGER;
    }
}
