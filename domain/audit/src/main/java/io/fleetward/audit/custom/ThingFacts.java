// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.audit.custom.Profile.OfThing;
import java.util.List;
import java.util.function.Function;

/** What predicates may know of a thing. */
final class ThingFacts {
    static final List<Fact<OfThing>> ALL = List.of(
            fact(Source.RESOURCE, "name", FactType.STRING, "its name", profile -> name(profile)),
            fact(
                    Source.RESOURCE,
                    "arn",
                    FactType.STRING,
                    "its ARN",
                    profile -> profile.thing().arn().toString()),
            fact(Source.RESOURCE, "typeName", FactType.STRING, "its type", profile -> {
                var type = profile.thing().type();
                return type == null ? "" : type.value();
            }),
            fact(
                    Source.RESOURCE,
                    "attributes",
                    FactType.STRING_MAP,
                    "its attributes",
                    profile -> profile.thing().attributes().values()),
            fact(
                    Source.RESOURCE,
                    "createdAt",
                    FactType.TIMESTAMP,
                    "when it was created",
                    profile -> profile.thing().createdAt()),
            fact(
                    Source.RESOURCE,
                    "version",
                    FactType.INT,
                    "1 at creation, one more with every update",
                    profile -> profile.thing().version()),
            fact(
                    Source.REGISTRY,
                    "groupNames",
                    FactType.STRING_LIST,
                    "the groups that it was put into",
                    profile -> profile.neighbours().groupsOf(name(profile))),
            fact(
                    Source.REGISTRY,
                    "certificateIds",
                    FactType.STRING_LIST,
                    "the certificates attached to it",
                    profile -> profile.neighbours().certificatesOf(name(profile), false)),
            fact(
                    Source.REGISTRY,
                    "activeCertificateIds",
                    FactType.STRING_LIST,
                    "those of them in the status `ACTIVE`",
                    profile -> profile.neighbours().certificatesOf(name(profile), true)),
            fact(
                    Source.ACTIVITY,
                    "connectionCount",
                    FactType.INT,
                    "connections whose client id is its name",
                    profile -> profile.neighbours()
                            .connectionsOfClient(name(profile))
                            .count()),
            fact(
                    Source.ACTIVITY,
                    "lastConnectedAt",
                    FactType.TIMESTAMP,
                    "when the latest of them began",
                    profile -> profile.neighbours()
                            .connectionsOfClient(name(profile))
                            .lastConnectedAt()),
            fact(
                    Source.ACTIVITY,
                    "isConnected",
                    FactType.BOOL,
                    "whether one of them lasts",
                    profile -> profile.neighbours()
                            .connectionsOfClient(name(profile))
                            .isConnected()),
            fact(
                    Source.ACTIVITY,
                    "metrics",
                    FactType.DOUBLE_MAP,
                    "the latest value within an hour of each metric that a security profile watches",
                    profile -> profile.neighbours().metricsOf(name(profile))),
            fact(
                    Source.ACTIVITY,
                    "violations",
                    FactType.STRING_LIST,
                    "the behaviors that it breaks now, each as profile, slash, behavior",
                    profile -> profile.neighbours().violationsOf(name(profile))));

    private ThingFacts() {}

    private static Fact<OfThing> fact(
            Source source, String name, FactType type, String meaning, Function<OfThing, Object> value) {
        return new Fact<>("thing." + name, type, source, meaning, value);
    }

    private static String name(OfThing profile) {
        return profile.thing().name().value();
    }
}
