// SPDX-License-Identifier: Apache-2.0
/**
 * Device and CA certificates as the registry knows them: ids, facts read from the X.509 encoding, status.
 *
 * <p>Start with {@link io.fleetward.registry.certificate.Certificate}. Parsing and signing are not here.
 */
@NullMarked
package io.fleetward.registry.certificate;

import org.jspecify.annotations.NullMarked;
