// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.RegistryView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who issued whom, as far as issuers are registered. Confined to one check. */
final class CertificateChains {
    private final Map<String, CertificateFacts> authorities;
    /** By the id of the first issuer. */
    private final Map<String, SequencedSet<CertificateFacts>> known = new HashMap<>();

    private CertificateChains(Map<String, CertificateFacts> authorities) {
        this.authorities = authorities;
    }

    static CertificateChains of(RegistryView view) {
        return new CertificateChains(
                view.caCertificates().collect(Collectors.toMap(CertificateFacts::id, Function.identity())));
    }

    /**
     * Every issuer of these certificates that did not sign itself.
     *
     * @param isWanted which issuers need their certificates listed; the lists of the others are empty
     */
    SequencedMap<CertificateFacts, List<CertificateFacts>> intermediates(
            Stream<CertificateFacts> certificates, Predicate<CertificateFacts> isWanted) {
        var below = new LinkedHashMap<CertificateFacts, List<CertificateFacts>>();
        var wanted = new HashMap<CertificateFacts, Boolean>();
        certificates.forEach(certificate -> intermediatesFrom(certificate.issuerId())
                .forEach(issuer -> {
                    List<CertificateFacts> listed = below.computeIfAbsent(issuer, _ -> new ArrayList<>());
                    if (wanted.computeIfAbsent(issuer, isWanted::test)) {
                        listed.add(certificate);
                    }
                }));
        return below;
    }

    /** From the issuer up to the root, which does not belong to it; authorities that signed each other end it as well. */
    private SequencedSet<CertificateFacts> intermediatesFrom(@Nullable String issuerId) {
        return issuerId == null ? new LinkedHashSet<>() : known.computeIfAbsent(issuerId, this::climb);
    }

    private SequencedSet<CertificateFacts> climb(String issuerId) {
        var chain = new LinkedHashSet<CertificateFacts>();
        CertificateFacts next = authorities.get(issuerId);
        while (next != null && !next.id().equals(next.issuerId()) && chain.add(next)) {
            next = next.issuerId() == null ? null : authorities.get(next.issuerId());
        }
        return chain;
    }
}
