// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import java.time.Instant;

/** From when to when a certificate is valid, both inclusive. Immutable. */
public record Validity(Instant notBefore, Instant notAfter) {
    public boolean contains(Instant time) {
        return !time.isBefore(notBefore) && !time.isAfter(notAfter);
    }
}
