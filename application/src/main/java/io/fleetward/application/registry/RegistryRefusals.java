// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.registry.certificate.CertificateId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The refusals that all families of the registry share, worded alike. */
public final class RegistryRefusals {
    private RegistryRefusals() {}

    /** The request contradicts a rule; the text names the field. */
    public static ApiException invalid(String text) {
        return new ApiException(IotError.INVALID_REQUEST, text);
    }

    /** There is no such resource. */
    public static ApiException notFound(String kind, Object name) {
        return new ApiException(IotError.RESOURCE_NOT_FOUND, kind + " " + name + " does not exist");
    }

    /**
     * The certificate that the ARN names. One of this account and region whose id no certificate can have is not found,
     * like any other that does not exist; whatever else is not such an ARN is invalid.
     *
     * @param expected what the member must be, for the refusal
     */
    public static CertificateId certificate(AccountRegion scope, String text, String expected) {
        CertificateId id = CertificateId.ofArn(scope, text);
        if (id != null) {
            return id;
        }
        Arn arn = Arn.parse(text);
        boolean isOurs = arn != null
                && arn.belongsTo(scope)
                && "iot".equals(arn.service())
                && arn.nameOf(CertificateId.ARN_TYPE) != null;
        throw isOurs ? notFound("Certificate", text) : invalid(expected + ": " + text);
    }

    /** A resource of that name or content exists and differs from what was asked for. */
    public static ApiException alreadyExists(String text, String resourceId, Arn resource) {
        return new ApiException(
                IotError.RESOURCE_ALREADY_EXISTS,
                text,
                Map.of("resourceId", resourceId, "resourceArn", resource.toString()));
    }

    /** Refuses unless the resource still has the version the caller expects; no expectation is always met. */
    public static void requireVersion(String kind, Object name, @Nullable Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw new ApiException(
                    IotError.VERSION_CONFLICT,
                    "The version " + expected + " for " + kind + " " + name + " does not match the current version "
                            + actual);
        }
    }
}
