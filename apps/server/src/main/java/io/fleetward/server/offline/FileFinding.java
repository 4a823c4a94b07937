// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.policy.document.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault of what a file holds.
 *
 * <p>Immutable.
 *
 * @param file the file, as reports show it
 * @param position where in the file the fault is
 */
public record FileFinding(String file, Position position, CheckDescription check, NonCompliance fault) {
    /** Where checks of policies tell which statements are to blame, the first one first. */
    private static final String STATEMENTS = "STATEMENTS";

    private static final Pattern FIRST_PLACE = Pattern.compile("^([0-9]{1,9}):([0-9]{1,9})");

    /** The fault at the place that it names, or else where the inspected part of the file begins. */
    static FileFinding of(InspectedFile file, CheckDescription check, NonCompliance fault) {
        Matcher place = FIRST_PLACE.matcher(fault.resource().additionalInfo().getOrDefault(STATEMENTS, ""));
        Position position = place.find()
                ? new Position(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
                : file.position();
        return new FileFinding(file.name(), position, check, fault);
    }

    CheckName checkName() {
        return check.name();
    }

    Severity severity() {
        return check.severity();
    }

    /** Which policy, certificate or account. */
    String resource() {
        return fault.resource().identifier().members().firstEntry().getValue();
    }

    /** What shows the fault, by name. */
    SortedMap<String, String> evidence() {
        return new TreeMap<>(fault.resource().additionalInfo());
    }

    /**
     * What a fault keeps while the file is edited elsewhere: 32 hexadecimal digits that follow from check, file, reason
     * code and reason. A policy that comes to allow more has another reason, and so a fault that nobody knows yet.
     */
    public String fingerprint() {
        String told = String.join(
                "\n", checkName().value(), file, resource(), fault.code().value(), fault.reason());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
