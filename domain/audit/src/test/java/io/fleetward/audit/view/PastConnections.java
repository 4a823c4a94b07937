// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes connections for tests. */
public final class PastConnections {
    private PastConnections() {}

    /**
     * Reads connections of one principal.
     *
     * @param text for example {@code a@-300..-180 b@-200..}, in minutes from {@link CertificateFactsBuilder#NOW}; with
     *     an exclamation mark at the end, a connection was taken over
     */
    public static List<PastConnection> of(String principal, String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(part -> connection(principal, part))
                        .toList();
    }

    private static PastConnection connection(String principal, String text) {
        String endReason = text.endsWith("!") ? "DUPLICATE_CLIENTID" : null;
        String[] parts = text.replace("!", "").split("@|\\.\\.", -1);
        return new PastConnection(
                FixedView.SCOPE, parts[0], principal, at(parts[1]), end(parts[2]), endReason, "192.0.2.1");
    }

    private static @Nullable Instant end(String minutes) {
        return minutes.isEmpty() ? null : at(minutes);
    }

    /** The time so many minutes from the start of the tests' audits. */
    public static Instant at(String minutes) {
        return CertificateFactsBuilder.NOW.plus(Duration.ofMinutes(Long.parseLong(minutes)));
    }
}
