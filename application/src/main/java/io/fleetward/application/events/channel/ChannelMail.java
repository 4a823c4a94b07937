// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.MailGuard;
import io.fleetward.application.notification.delivery.MailSender;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what channels of people with mailboxes are served, and who that may be: nobody confirms a channel, as a subscriber
 * of a topic does, so that the operator says where mail may go unasked.
 *
 * <p>Immutable, thread-safe.
 *
 * @param guard says whether there is a mail server
 * @param allowed addresses, and domains of which every address is permitted, in lower case
 */
public record ChannelMail(MailSender sender, MailGuard guard, Set<String> allowed) {
    private static final String SCHEME = "mailto:";

    public ChannelMail {
        allowed = allowed.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The address in a {@code mailto:} URL, which has nothing else; null when it is none. */
    static @Nullable MailAddress address(String url) {
        return url.startsWith(SCHEME) ? MailAddress.parse(url.substring(SCHEME.length())) : null;
    }

    /** Why the address gets no mail; null when nothing speaks against it. */
    @Nullable
    String refusal(MailAddress address) {
        if (allowed.contains(address.domain())
                || allowed.contains(address.value().toLowerCase(Locale.ROOT))) {
            return guard.refusal();
        }
        return "is not an address that the operator permits (--mail-allow)";
    }
}
