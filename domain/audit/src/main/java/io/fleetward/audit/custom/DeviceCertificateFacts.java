// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.audit.custom.Profile.OfCertificate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What predicates may know of a device certificate. */
final class DeviceCertificateFacts {
    static final List<Fact<OfCertificate>> ALL = Stream.of(
                    registration(),
                    X509FactValues.<OfCertificate>of(
                            "certificate.", profile -> profile.certificate().x509()),
                    surroundings())
            .flatMap(List::stream)
            .toList();

    private DeviceCertificateFacts() {}

    private static List<Fact<OfCertificate>> registration() {
        return List.of(
                own("id", FactType.STRING, "64 hexadecimal digits", profile -> id(profile)),
                own(
                        "arn",
                        FactType.STRING,
                        "its ARN",
                        profile -> profile.certificate().arn().toString()),
                own(
                        "status",
                        FactType.STRING,
                        "`ACTIVE`, `INACTIVE`, `REVOKED`, `PENDING_TRANSFER`, `PENDING_ACTIVATION`",
                        profile -> profile.certificate().status().name()),
                own(
                        "mode",
                        FactType.STRING,
                        "`DEFAULT` or `SNI_ONLY`",
                        profile -> profile.certificate().mode().name()),
                own(
                        "createdAt",
                        FactType.TIMESTAMP,
                        "when it was registered",
                        profile -> profile.certificate().createdAt()),
                own("caCertificateId", FactType.STRING, "the registered CA that issued it", profile -> {
                    var issuer = profile.certificate().issuer();
                    return issuer == null ? "" : issuer.value();
                }));
    }

    private static List<Fact<OfCertificate>> surroundings() {
        return List.of(
                new Fact<>(
                        "certificate.thingNames",
                        FactType.STRING_LIST,
                        Source.REGISTRY,
                        "the things that it is attached to",
                        profile -> profile.neighbours().thingsOf(id(profile))),
                new Fact<>(
                        "certificate.policyNames",
                        FactType.STRING_LIST,
                        Source.REGISTRY,
                        "the policies attached to it, without those of groups",
                        profile -> profile.neighbours().policiesOf(id(profile))),
                activity(
                        "connectionCount",
                        FactType.INT,
                        "connections that it authenticated",
                        profile -> profile.neighbours()
                                .connectionsOfCertificate(id(profile))
                                .count()),
                activity(
                        "lastConnectedAt",
                        FactType.TIMESTAMP,
                        "when the latest of them began",
                        profile -> profile.neighbours()
                                .connectionsOfCertificate(id(profile))
                                .lastConnectedAt()),
                activity(
                        "isConnected",
                        FactType.BOOL,
                        "whether one of them lasts",
                        profile -> profile.neighbours()
                                .connectionsOfCertificate(id(profile))
                                .isConnected()));
    }

    private static Fact<OfCertificate> own(
            String name, FactType type, String meaning, Function<OfCertificate, Object> value) {
        return new Fact<>("certificate." + name, type, Source.RESOURCE, meaning, value);
    }

    private static Fact<OfCertificate> activity(
            String name, FactType type, String meaning, Function<OfCertificate, Object> value) {
        return new Fact<>("certificate." + name, type, Source.ACTIVITY, meaning, value);
    }

    private static String id(OfCertificate profile) {
        return profile.certificate().id().value();
    }
}
