// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.topic;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client subscribes to: a pattern in which {@code +} stands for one level and a final {@code #} for the rest,
 * possibly shared by a group ({@code $share/<group>/<pattern>}).
 *
 * <p>Immutable. Matching follows AWS IoT where it differs from MQTT: {@code a/#} does not match {@code a}. A wildcard
 * in the first level never matches a name that begins with {@code $} (iot-core, MQTT feature table).
 *
 * @param group the name of the sharing group, null for an ordinary subscription
 * @param pattern the filter itself, without the sharing prefix
 */
public record TopicFilter(@Nullable String group, String pattern) {
    private static final String SHARE = "$share/";
    private static final Pattern GROUP = Pattern.compile("[^/+#]{1,128}");

    public TopicFilter {
        if (!isValidPattern(pattern) || (group != null && !GROUP.matcher(group).matches())) {
            throw new IllegalArgumentException("not a topic filter: " + pattern);
        }
    }

    /** The filter, or null when the text is not one. */
    public static @Nullable TopicFilter parse(String text) {
        if (!text.startsWith(SHARE)) {
            return isValidPattern(text) ? new TopicFilter(null, text) : null;
        }
        int slash = text.indexOf('/', SHARE.length());
        if (slash < 0) {
            return null;
        }
        String group = text.substring(SHARE.length(), slash);
        String pattern = text.substring(slash + 1);
        return GROUP.matcher(group).matches() && isValidPattern(pattern) ? new TopicFilter(group, pattern) : null;
    }

    /** Whether several clients share the messages of this filter. */
    public boolean isShared() {
        return group != null;
    }

    /** Whether the filter names exactly one topic. */
    public boolean isExact() {
        return pattern.indexOf('+') < 0 && pattern.indexOf('#') < 0;
    }

    /** Whether a message on this topic is for subscribers of this filter. */
    public boolean matches(TopicName name) {
        String topic = name.value();
        if (topic.charAt(0) == '$' && (pattern.charAt(0) == '+' || pattern.charAt(0) == '#')) {
            return false;
        }
        int p = 0;
        int t = 0;
        while (true) {
            int patternEnd = levelEnd(pattern, p);
            if (isLevel(p, patternEnd, '#')) {
                return true;
            }
            int topicEnd = levelEnd(topic, t);
            if (!isLevel(p, patternEnd, '+') && !sameLevel(topic, t, topicEnd, p, patternEnd)) {
                return false;
            }
            if (patternEnd == pattern.length() || topicEnd == topic.length()) {
                return patternEnd == pattern.length() && topicEnd == topic.length();
            }
            p = patternEnd + 1;
            t = topicEnd + 1;
        }
    }

    /** Whether every topic that the other filter matches is matched by this one; sharing is no matter. */
    public boolean covers(TopicFilter other) {
        boolean isWild = isWild(pattern.charAt(0)) && other.pattern.charAt(0) == '$';
        if (isWild) {
            return false;
        }
        String[] mine = pattern.split("/", -1);
        String[] theirs = other.pattern.split("/", -1);
        for (int level = 0; level < mine.length; level++) {
            if (level == theirs.length) {
                return false;
            }
            if (mine[level].equals("#")) {
                return true;
            }
            boolean isSame = mine[level].equals(theirs[level]);
            boolean isOneLevel = mine[level].equals("+") && !theirs[level].equals("#");
            if (!isSame && !isOneLevel) {
                return false;
            }
        }
        return mine.length == theirs.length;
    }

    private static boolean isWild(char first) {
        return first == '+' || first == '#';
    }

    /** The text as the client sent it. */
    @Override
    public String toString() {
        return group == null ? pattern : SHARE + group + "/" + pattern;
    }

    private boolean isLevel(int start, int end, char wildcard) {
        return end - start == 1 && pattern.charAt(start) == wildcard;
    }

    private boolean sameLevel(String topic, int start, int end, int patternStart, int patternEnd) {
        return end - start == patternEnd - patternStart
                && topic.regionMatches(start, pattern, patternStart, end - start);
    }

    private static int levelEnd(String text, int start) {
        int slash = text.indexOf('/', start);
        return slash < 0 ? text.length() : slash;
    }

    private static boolean isValidPattern(String text) {
        if (text.isEmpty() || !Utf8.isWellFormed(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '+' || c == '#') && !standsAlone(text, i)) {
                return false;
            }
            if (c == '#' && i != text.length() - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAlone(String text, int index) {
        boolean startsLevel = index == 0 || text.charAt(index - 1) == '/';
        boolean endsLevel = index == text.length() - 1 || text.charAt(index + 1) == '/';
        return startsLevel && endsLevel;
    }
}
