// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of resources that custom checks judge, each with the facts that predicates may name. */
public enum SubjectType {
    THING(ResourceType.CLIENT_ID, Profile.OfThing.class, ThingFacts.ALL),
    DEVICE_CERTIFICATE(ResourceType.DEVICE_CERTIFICATE, Profile.OfCertificate.class, DeviceCertificateFacts.ALL),
    CA_CERTIFICATE(ResourceType.CA_CERTIFICATE, Profile.OfAuthority.class, CaCertificateFacts.ALL),
    IOT_POLICY(ResourceType.IOT_POLICY, Profile.OfPolicy.class, PolicyFacts.ALL),
    ACCOUNT_SETTINGS(ResourceType.ACCOUNT_SETTINGS, Profile.OfAccount.class, AccountFacts.ALL);

    /** The fact that predicates on every kind of resource may name: when the audit began. */
    public static final String NOW = "now";

    private final ResourceType resourceType;

    @SuppressWarnings("ImmutableEnumChecker") // immutable: a list of records
    private final List<ReadableFact> facts;

    <P extends Profile> SubjectType(ResourceType resourceType, Class<P> profile, List<Fact<P>> facts) {
        this.resourceType = resourceType;
        this.facts = facts.stream().map(fact -> ReadableFact.of(profile, fact)).toList();
    }

    /** The type of the resources in findings. */
    public ResourceType resourceType() {
        return resourceType;
    }

    /** The facts in the order of the reference. */
    public List<Fact<?>> facts() {
        return facts.stream().<Fact<?>>map(ReadableFact::fact).toList();
    }

    /** The fact of this name, or null. */
    public @Nullable Fact<?> find(String name) {
        return facts.stream()
                .map(ReadableFact::fact)
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The type of this name, or null. */
    public static @Nullable SubjectType parse(String name) {
        for (SubjectType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** The values of these facts for a resource of this type, by name. */
    public Map<String, Object> read(Profile profile, Set<String> names) {
        return facts.stream()
                .filter(fact -> names.contains(fact.fact().name()))
                .collect(Collectors.toMap(
                        fact -> fact.fact().name(), fact -> fact.read(profile), (first, _) -> first, TreeMap::new));
    }

    /** A fact that can be read off any profile of its kind. */
    private record ReadableFact(Fact<?> fact, Reader reader) {
        /** Reads the value off a profile. */
        private interface Reader {
            Object read(Profile profile);
        }

        static <P extends Profile> ReadableFact of(Class<P> type, Fact<P> fact) {
            return new ReadableFact(fact, profile -> fact.value().apply(type.cast(profile)));
        }

        Object read(Profile profile) {
            return reader.read(profile);
        }
    }
}
