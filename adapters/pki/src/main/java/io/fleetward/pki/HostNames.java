// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/** The names and addresses a server certificate is valid for. */
final class HostNames {
    private HostNames() {}

    /** The first one as common name, for people who look at the certificate. */
    static X500Name subject(Collection<String> hosts) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, hosts.iterator().next())
                .build();
    }

    static GeneralNames alternativeNames(Collection<String> hosts) {
        GeneralName[] names = new LinkedHashSet<>(hosts)
                .stream()
                        .map(host -> new GeneralName(
                                IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
        return new GeneralNames(names);
    }
}
