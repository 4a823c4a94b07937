// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a device certificate: the lower-case hexadecimal SHA-256 of its DER encoding. Immutable. */
public record CertificateId(String value) implements Comparable<CertificateId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "cert";

    public CertificateId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the id of a device certificate: " + value);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The id in an ARN of this account and region, or null when the text is no ARN of a device certificate there. */
    public static @Nullable CertificateId ofArn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.belongsTo(scope) || !"iot".equals(arn.service())) {
            return null;
        }
        String id = arn.nameOf(ARN_TYPE);
        return id != null && isValid(id) ? new CertificateId(id) : null;
    }

    /** The ARN of the device certificate with this id. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(CertificateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
