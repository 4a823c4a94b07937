// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/**
 * Words that spell a topic and a topic filter that selects it: each level of the filter is the topic's own, {@code +},
 * or a final {@code #}.
 *
 * <p>As in the broker, {@code a/#} does not select {@code a}, and a wildcard in the first level selects no topic that
 * begins with {@code $}. Shared subscriptions are not spelled. Immutable.
 *
 * @param hashSelectsReserved whether {@code #} alone is to count as selecting topics that begin with {@code $} as well
 */
public record Selections(boolean hashSelectsReserved) implements Grammar {
    private static final int NOTHING_READ = 0;
    private static final int IN_LEVEL = 1;
    private static final int LEVEL_BEGINS = 2;
    private static final int FIRST_PLUS = 3;
    private static final int IN_PLUS = 4;
    private static final int FIRST_HASH = 5;
    private static final int HASH_BEGINS = 6;
    private static final int IN_HASH = 7;

    @Override
    public long start() {
        return NOTHING_READ;
    }

    @Override
    public boolean mayEnd(long mode) {
        return mode == IN_LEVEL || mode == LEVEL_BEGINS || mode == IN_PLUS || mode == HASH_BEGINS || mode == IN_HASH;
    }

    @Override
    public String telling() {
        return "$/";
    }

    @Override
    public int[] before() {
        return new int[0];
    }

    @Override
    public int[] after() {
        return new int[0];
    }

    @Override
    public void follow(long mode, Expected expected, Pen pen) {
        if (mode == NOTHING_READ || mode == LEVEL_BEGINS) {
            boolean isFirst = mode == NOTHING_READ;
            pen.write('#', false, true, isFirst ? FIRST_HASH : HASH_BEGINS);
            pen.write('+', false, true, isFirst ? FIRST_PLUS : IN_PLUS);
        }
        expected.characters(letter -> isTopicLetter(mode, letter), letter -> topicLetter((int) mode, letter, pen));
        if (expected.contains(Marks.STRANGER)) {
            topicLetter((int) mode, Marks.STRANGER, pen);
        }
    }

    private boolean isTopicLetter(long mode, int letter) {
        boolean sparesReserved = mode == FIRST_PLUS || (mode == FIRST_HASH && !hashSelectsReserved);
        boolean isSpared = letter == '$' && sparesReserved;
        return !isSpared && NameForm.TOPIC.next(NameForm.START, letter) != NameForm.DEAD;
    }

    private static void topicLetter(int mode, int letter, Pen pen) {
        switch (mode) {
            case FIRST_HASH, HASH_BEGINS, IN_HASH -> pen.write(letter, true, false, IN_HASH);
            case FIRST_PLUS, IN_PLUS -> {
                boolean leaves = letter == '/';
                pen.write(letter, true, leaves, leaves ? LEVEL_BEGINS : IN_PLUS);
            }
            default -> pen.write(letter, true, true, letter == '/' ? LEVEL_BEGINS : IN_LEVEL);
        }
    }
}
