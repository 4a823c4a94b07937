// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail can be sent to. Immutable.
 *
 * <p>Nothing in it can break out of a header or of a command of SMTP: the text is ASCII without blanks, quotes, brackets
 * or control characters. Quoted names and names beyond ASCII are not known.
 *
 * @param value such as {@code soc@fleetward.example}
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");

    /** Takes a text that is one. */
    public MailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** The address in this text, or null. */
    public static @Nullable MailAddress parse(String text) {
        return isValid(text) ? new MailAddress(text) : null;
    }

    private static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** What stands behind the sign, in lower case. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
