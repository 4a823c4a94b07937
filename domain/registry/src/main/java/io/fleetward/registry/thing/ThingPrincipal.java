// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import io.fleetward.registry.certificate.CertificateId;

/** A certificate attached to a thing. Immutable. */
public record ThingPrincipal(ThingName thing, CertificateId certificate, AttachmentType type) {
    public boolean isExclusive() {
        return type == AttachmentType.EXCLUSIVE_THING;
    }
}
