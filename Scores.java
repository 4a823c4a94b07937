// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Severities as other tools have them: scores from 0 to 10, and words. */
final class Scores {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");
    private static final double MOST = 10;
    private static final Map<String, SeverityLabel> WORDS = Map.ofEntries(
            Map.entry("FATAL", SeverityLabel.CRITICAL),
            Map.entry("CRITICAL", SeverityLabel.CRITICAL),
            Map.entry("BLOCKER", SeverityLabel.CRITICAL),
            Map.entry("HIGH", SeverityLabel.HIGH),
            Map.entry("ERROR", SeverityLabel.HIGH),
            Map.entry("IMPORTANT", SeverityLabel.HIGH),
            Map.entry("MEDIUM", SeverityLabel.MEDIUM),
            Map.entry("MODERATE", SeverityLabel.MEDIUM),
            Map.entry("WARNING", SeverityLabel.MEDIUM),
            Map.entry("LOW", SeverityLabel.LOW),
            Map.entry("MINOR", SeverityLabel.LOW),
            Map.entry("NOTE", SeverityLabel.LOW),
            Map.entry("INFO", SeverityLabel.INFORMATIONAL),
            Map.entry("INFORMATIONAL", SeverityLabel.INFORMATIONAL),
            Map.entry("NONE", SeverityLabel.INFORMATIONAL));

    private Scores() {}

    /** The label of a score, in the bands of CVSS; null when the text is no score. */
    static @Nullable SeverityLabel label(String score) {
        if (!NUMBER.matcher(score).matches() || Double.parseDouble(score) > MOST) {
            return null;
        }
        double value = Double.parseDouble(score);
        if (value >= 9) {
            return SeverityLabel.CRITICAL;
        } else if (value >= 7) {
            return SeverityLabel.HIGH;
        } else if (value >= 4) {
            return SeverityLabel.MEDIUM;
        }
        return value > 0 ? SeverityLabel.LOW : SeverityLabel.INFORMATIONAL;
    }

    /** The label that a word or a score stands for; null when it is neither. */
    static @Nullable SeverityLabel word(String text) {
        SeverityLabel word = WORDS.get(text.strip().toUpperCase(Locale.ROOT));
        return word == null ? label(text.strip()) : word;
    }
}
