// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.notification.MailAddress;
import io.fleetward.outbound.SmtpServer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the operator says of mail. */
final class MailOptions {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private MailOptions() {}

    /** The mail server, null when none is named; adds what is wrong to the problems, but no password. */
    static @Nullable SmtpServer read(UpOptions options, List<String> problems) {
        for (String one : options.mailAllow) {
            if (MailAddress.parse(one) == null && !DOMAIN.matcher(one).matches()) {
                problems.add("--mail-allow " + one + ": must be a mail address or a domain such as fleetward.example");
            }
        }
        if (options.smtpUrl == null || options.smtpUrl.isEmpty()) {
            return null;
        }
        MailAddress from = MailAddress.parse(options.smtpFrom);
        if (from == null) {
            problems.add("--smtp-from " + options.smtpFrom + ": must be a mail address");
            return null;
        }
        try {
            return SmtpServer.parse(options.smtpUrl, from, options.smtpAllowPlain);
        } catch (SmtpServer.InvalidException invalid) {
            problems.add("--smtp-url: " + invalid.getMessage());
            return null;
        }
    }
}
