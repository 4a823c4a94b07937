// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a CA certificate: the lower-case hexadecimal SHA-256 of its DER encoding. Immutable. */
public record CaCertificateId(String value) implements Comparable<CaCertificateId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "cacert";

    public CaCertificateId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the id of a CA certificate: " + value);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The id in an ARN of this account and region, or null when the text is no ARN of a CA certificate there. */
    public static @Nullable CaCertificateId ofArn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.belongsTo(scope) || !"iot".equals(arn.service())) {
            return null;
        }
        String id = arn.nameOf(ARN_TYPE);
        return id != null && isValid(id) ? new CaCertificateId(id) : null;
    }

    /** The ARN of the CA certificate with this id. */
    public Arn arn(AccountRegion scope) {
        return scope.arn("iot", ARN_TYPE + "/" + value);
    }

    @Override
    public int compareTo(CaCertificateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
