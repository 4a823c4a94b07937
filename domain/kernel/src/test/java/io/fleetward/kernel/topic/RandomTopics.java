// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Topic names and filters over a tiny alphabet, so that they meet often, and the plainest possible matcher. */
public final class RandomTopics {
    private static final String[] WORDS = {"a", "b", "", "$x", "cc"};

    private RandomTopics() {}

    /** A valid topic name of one to four levels. */
    public static String name(RandomGenerator random) {
        String text = String.join("/", levels(random));
        return text.isEmpty() ? "a" : text;
    }

    /** A valid topic filter of one to five levels. */
    public static String filter(RandomGenerator random) {
        List<String> levels = levels(random);
        levels.replaceAll(level -> random.nextInt(3) == 0 ? "+" : level);
        if (random.nextInt(3) == 0) {
            levels.add("#");
        }
        String text = String.join("/", levels);
        return text.isEmpty() ? "+" : text;
    }

    /** Whether the pattern matches, decided by splitting both. */
    public static boolean naiveMatch(String pattern, String topic) {
        String[] wanted = pattern.split("/", -1);
        String[] given = topic.split("/", -1);
        boolean isWildFirst = wanted[0].equals("+") || wanted[0].equals("#");
        if (isWildFirst && topic.startsWith("$")) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return given.length > i;
            }
            if (i >= given.length || !(wanted[i].equals("+") || wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    private static List<String> levels(RandomGenerator random) {
        var levels = new ArrayList<String>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            levels.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return levels;
    }
}
