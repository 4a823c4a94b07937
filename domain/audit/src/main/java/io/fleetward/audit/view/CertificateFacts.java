// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.registry.certificate.PublicKeyFacts;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What checks need to know of a device or CA certificate.
 *
 * <p>Immutable.
 *
 * @param id 64 lower-case hexadecimal digits
 * @param isInUse whether its status puts it in the scope of the audit: ACTIVE or PENDING_TRANSFER (audit, overview)
 * @param createdAt when it entered the registry
 * @param notAfter when it expires
 * @param issuerId the registered CA certificate that issued it (its own id when a registered CA signed itself), null
 *     when that is not registered
 */
public record CertificateFacts(
        String id,
        boolean isInUse,
        Instant createdAt,
        Instant notAfter,
        BigInteger serialNumber,
        @Nullable String issuerId,
        PublicKeyFacts key) {}
