// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/** Revocation lists of one issuer: verifies them and makes one of many. */
final class SignedLists {
    private static final String DELTA = Extension.deltaCRLIndicator.getId();
    private static final Comparator<X509CRL> BY_TIME = Comparator.comparing(X509CRL::getThisUpdate);

    private SignedLists() {}

    /** Whether the issuer is named in the list and its key verifies the signature. */
    static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        if (!DistinguishedNames.of(list.getIssuerX500Principal())
                .matches(DistinguishedNames.of(issuer.getSubjectX500Principal()))) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    /** The newest complete list with the changes that were published after it; null when there is no complete one. */
    static @Nullable RevocationList combine(List<X509CRL> signed) {
        X509CRL base =
                signed.stream().filter(list -> !isDelta(list)).max(BY_TIME).orElse(null);
        if (base == null) {
            return null;
        }
        List<X509CRL> inOrder = Stream.concat(
                        Stream.of(base),
                        signed.stream()
                                .filter(list -> isDelta(list) && BY_TIME.compare(list, base) >= 0)
                                .sorted(BY_TIME))
                .toList();
        var entries = new HashMap<BigInteger, Revocation>();
        inOrder.forEach(list -> putEntries(entries, list));
        return new RevocationList(nextUpdate(inOrder.getLast()), entries);
    }

    private static @Nullable Instant nextUpdate(X509CRL list) {
        return list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant();
    }

    private static boolean isDelta(X509CRL list) {
        return list.getExtensionValue(DELTA) != null;
    }

    private static void putEntries(Map<BigInteger, Revocation> entries, X509CRL list) {
        if (list.getRevokedCertificates() == null) {
            return;
        }
        for (X509CRLEntry entry : list.getRevokedCertificates()) {
            // An entry that names an issuer speaks of another authority's certificate.
            if (entry.getCertificateIssuer() == null) {
                Instant at = entry.getRevocationDate().toInstant();
                entries.put(entry.getSerialNumber(), new Revocation(at, reason(entry.getRevocationReason())));
            }
        }
    }

    private static String reason(@Nullable CRLReason reason) {
        return switch (reason) {
            case null -> "unspecified";
            case UNSPECIFIED, UNUSED -> "unspecified";
            case KEY_COMPROMISE -> "keyCompromise";
            case CA_COMPROMISE -> "cACompromise";
            case AFFILIATION_CHANGED -> "affiliationChanged";
            case SUPERSEDED -> "superseded";
            case CESSATION_OF_OPERATION -> "cessationOfOperation";
            case CERTIFICATE_HOLD -> "certificateHold";
            case REMOVE_FROM_CRL -> Revocation.LIFTED;
            case PRIVILEGE_WITHDRAWN -> "privilegeWithdrawn";
            case AA_COMPROMISE -> "aACompromise";
        };
    }
}
