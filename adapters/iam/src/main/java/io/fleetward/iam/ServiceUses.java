// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads when a role last used which service. */
final class ServiceUses {
    private ServiceUses() {}

    /** The last use by the prefix of the service's actions; services that were never used are left out. */
    static Map<String, Instant> read(JsonPlace report) throws MalformedImportException {
        report.required("ServicesLastAccessed");
        var uses = new HashMap<String, Instant>();
        for (JsonPlace service : report.list("ServicesLastAccessed")) {
            String name = service.required("ServiceNamespace").text().toLowerCase(Locale.ROOT);
            JsonPlace last = service.optional("LastAuthenticated");
            if (last != null) {
                uses.merge(name, time(last), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return uses;
    }

    private static Instant time(JsonPlace place) throws MalformedImportException {
        if (place.node().isNumber()) {
            return Instant.ofEpochSecond(place.node().longValue());
        }
        try {
            return OffsetDateTime.parse(place.text()).toInstant();
        } catch (DateTimeParseException malformed) {
            throw place.malformed("not a time such as 2026-06-01T10:00:00Z: " + place.text());
        }
    }
}
