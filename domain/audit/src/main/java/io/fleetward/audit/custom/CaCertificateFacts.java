// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.audit.custom.Profile.OfAuthority;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What predicates may know of a registered CA certificate. */
final class CaCertificateFacts {
    static final List<Fact<OfAuthority>> ALL = Stream.of(
                    List.of(
                            own(
                                    "id",
                                    FactType.STRING,
                                    "64 hexadecimal digits",
                                    profile -> profile.authority().id().value()),
                            own(
                                    "arn",
                                    FactType.STRING,
                                    "its ARN",
                                    profile -> profile.authority().arn().toString()),
                            own(
                                    "status",
                                    FactType.STRING,
                                    "`ACTIVE` or `INACTIVE`",
                                    profile -> profile.authority().status().name()),
                            own(
                                    "mode",
                                    FactType.STRING,
                                    "`DEFAULT` or `SNI_ONLY`",
                                    profile -> profile.authority().mode().name()),
                            own(
                                    "createdAt",
                                    FactType.TIMESTAMP,
                                    "when it was registered",
                                    profile -> profile.authority().createdAt())),
                    X509FactValues.<OfAuthority>of(
                            "authority.", profile -> profile.authority().x509()))
            .flatMap(List::stream)
            .toList();

    private CaCertificateFacts() {}

    private static Fact<OfAuthority> own(
            String name, FactType type, String meaning, Function<OfAuthority, Object> value) {
        return new Fact<>("authority." + name, type, Source.RESOURCE, meaning, value);
    }
}
