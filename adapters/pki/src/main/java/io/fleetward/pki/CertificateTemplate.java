// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.registry.certificate.Validity;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;

/** What a certificate about to be signed says. Built by one thread. */
final class CertificateTemplate {
    record Extension(ASN1ObjectIdentifier id, boolean isCritical, ASN1Encodable value) {}

    private final X500Name subject;
    private final PublicKey publicKey;
    private final Validity validity;
    private final List<Extension> extensions = new ArrayList<>();

    CertificateTemplate(X500Name subject, PublicKey publicKey, Validity validity) {
        this.subject = subject;
        this.publicKey = publicKey;
        this.validity = validity;
    }

    CertificateTemplate critical(ASN1ObjectIdentifier id, ASN1Encodable value) {
        extensions.add(new Extension(id, true, value));
        return this;
    }

    CertificateTemplate with(ASN1ObjectIdentifier id, ASN1Encodable value) {
        extensions.add(new Extension(id, false, value));
        return this;
    }

    X500Name subject() {
        return subject;
    }

    PublicKey publicKey() {
        return publicKey;
    }

    Validity validity() {
        return validity;
    }

    List<Extension> extensions() {
        return extensions;
    }
}
