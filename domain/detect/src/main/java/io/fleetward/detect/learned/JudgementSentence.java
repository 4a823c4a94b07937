// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Says in one sentence why a datapoint was judged as it was. */
final class JudgementSentence {
    private static final double RIPE = 0.995;

    private JudgementSentence() {}

    static String of(Judgement judgement) {
        var text = new StringBuilder("measured ").append(number(judgement.observed()));
        text.append(" where ")
                .append(range(judgement))
                .append(" is expected from ")
                .append(source(judgement));
        text.append("; ").append(cause(judgement.cause()));
        text.append(", to be seen in ")
                .append(rarity(judgement.tailProbability()))
                .append(" normal datapoints");
        if (judgement.ripeness() < RIPE) {
            text.append("; the model has seen ")
                    .append(Math.round(100 * judgement.ripeness()))
                    .append(" % of what it is to learn from");
        }
        return text.toString();
    }

    private static String range(Judgement judgement) {
        return number(judgement.expectedLow()) + " to " + number(judgement.expectedHigh());
    }

    private static String source(Judgement judgement) {
        return switch (judgement.source()) {
            case GROUP -> "the other devices of the target";
            case DEVICE -> "the past of the device";
            case HOUR_OF_WEEK -> "the past of the device, " + hour(judgement);
        };
    }

    private static String hour(Judgement judgement) {
        ZonedDateTime at = judgement.at().atZone(ZoneOffset.UTC);
        DayOfWeek day = at.getDayOfWeek();
        return "%ss from %02d:00 to %02d:00 UTC"
                .formatted(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), at.getHour(), at.getHour() + 1);
    }

    private static String cause(Judgement.Cause cause) {
        return switch (cause) {
            case NONE -> "nothing about it is unusual";
            case HIGH -> "it is unusually high";
            case LOW -> "it is unusually low";
            case SUSTAINED_HIGH -> "the last values together are unusually high";
            case SUSTAINED_LOW -> "the last values together are unusually low";
            case SHAPE -> "the course of the last values is unusual";
        };
    }

    private static String rarity(double probability) {
        if (probability >= 0.5) {
            return "most";
        }
        double one = 1 / Math.max(probability, 1e-12);
        double unit = Math.pow(10, Math.floor(Math.log10(one)) - 1);
        return "1 of " + String.format(Locale.ROOT, "%,d", Math.round(Math.round(one / unit) * unit));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Math.abs(value) >= 100 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3g", value);
    }
}
