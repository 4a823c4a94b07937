// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One field of a cron expression: numbers, names, ranges and steps, separated by commas. */
final class CronField {
    private static final Pattern PART =
            Pattern.compile("(\\*|[A-Za-z]{3}|[0-9]{1,4})(-([A-Za-z]{3}|[0-9]{1,4}))?(/([0-9]{1,4}))?");

    private CronField() {}

    /** @param names what the numbers from the first on may be called; null is the answer when the text is no field */
    static @Nullable BitSet parse(String text, int first, int last, List<String> names) {
        var values = new BitSet(last + 1);
        for (String each : text.split(",", -1)) {
            Matcher part = PART.matcher(each);
            if (!part.matches()) {
                return null;
            }
            boolean isAll = part.group(1).equals("*");
            int from = isAll ? first : number(part.group(1), first, names);
            int step = part.group(5) == null ? 1 : Integer.parseInt(part.group(5));
            int to = last;
            if (part.group(3) != null) {
                to = number(part.group(3), first, names);
            } else if (!isAll && part.group(5) == null) {
                to = from;
            }
            if (from < first || to > last || from > to || step < 1 || (isAll && part.group(3) != null)) {
                return null;
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, int first, List<String> names) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int at = names.indexOf(text.toUpperCase(Locale.ROOT));
        return at < 0 ? -1 : at + first;
    }
}
