// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.registry.certificate.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * The wish to register a device certificate issued elsewhere.
 *
 * <p>Immutable.
 *
 * @param caPem the registered CA certificate that signed it; null when its issuer name alone identifies the CA
 */
public record RegisterCertificate(String pem, @Nullable String caPem, CertificateStatus status) {}
