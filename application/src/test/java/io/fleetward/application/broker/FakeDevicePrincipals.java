// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A registry of certificates that each carry one policy, written down by the test. Thread-safe. */
public final class FakeDevicePrincipals implements DevicePrincipals {
    private final Map<String, Map<AccountRegion, Entry>> certificates = new ConcurrentHashMap<>();

    private record Entry(
            boolean mayConnect,
            NamedPolicy policy,
            @Nullable AssociatedThing thing) {
        Entry(boolean mayConnect, String policy, @Nullable AssociatedThing thing) {
            this(mayConnect, new NamedPolicy("policy", "1", document(policy)), thing);
        }
    }

    /** Registers an active certificate, or gives it another policy. */
    public void register(AccountRegion scope, String certificateId, String policy) {
        put(scope, certificateId, new Entry(true, policy, null));
    }

    /** Registers an active certificate that is associated with a thing whatever the client id. */
    public void register(AccountRegion scope, String certificateId, String policy, AssociatedThing thing) {
        put(scope, certificateId, new Entry(true, policy, thing));
    }

    /** Makes the certificate inactive. */
    public void deactivate(AccountRegion scope, String certificateId) {
        put(scope, certificateId, new Entry(false, allowing("*", "*"), null));
    }

    /** Forgets the certificate. */
    public void delete(String certificateId) {
        certificates.remove(certificateId);
    }

    /** A policy that allows one action on one resource. */
    public static String allowing(String action, String resource) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"%s"}]}""".formatted(action, resource);
    }

    @Override
    public List<AccountRegion> scopesOf(Tx tx, String certificateId) {
        return List.copyOf(certificates.getOrDefault(certificateId, Map.of()).keySet());
    }

    @Override
    public @Nullable DevicePrincipal resolve(Tx tx, AccountRegion scope, String certificateId, String clientId) {
        Entry entry = certificates.getOrDefault(certificateId, Map.of()).get(scope);
        if (entry == null) {
            return null;
        }
        return new DevicePrincipal(
                scope, certificateId, entry.mayConnect(), entry.thing(), List.of(entry.policy()), Map.of());
    }

    private void put(AccountRegion scope, String certificateId, Entry entry) {
        certificates.compute(certificateId, (_, known) -> {
            var entries = new TreeMap<AccountRegion, Entry>(known == null ? Map.of() : known);
            entries.put(scope, entry);
            return entries;
        });
    }

    private static PolicyDocument document(String text) {
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed(PolicyDocument document) -> document;
            case ParseResult.Malformed malformed -> throw new IllegalArgumentException(malformed.text());
        };
    }
}
