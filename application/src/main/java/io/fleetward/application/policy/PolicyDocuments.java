// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;

/**
 * Reads stored policies, the same text only once as long as it is remembered: thousands of devices share the compiled
 * form of their fleet's policy.
 *
 * <p>Thread-safe. Remembers up to about 16 million characters of text; compiled documents in use elsewhere live on.
 */
public final class PolicyDocuments {
    private static final long REMEMBERED_CHARACTERS = 16_000_000;

    private final LoadingCache<String, PolicyDocument> known = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((String text, PolicyDocument document) -> text.length())
            .executor(Runnable::run)
            .build(PolicyDocuments::parse);

    /** The version as it applies to requests. */
    public NamedPolicy read(PolicyVersion version) {
        return new NamedPolicy(version.policy().value(), version.id(), known.get(version.text()));
    }

    /** What is stored was accepted once, so whatever the limit is now, it must be well-formed. */
    private static PolicyDocument parse(String text) {
        return switch (PolicyDocument.parse(text, Integer.MAX_VALUE)) {
            case ParseResult.Parsed(PolicyDocument document) -> document;
            case ParseResult.Malformed malformed ->
                throw new IllegalStateException("a stored policy cannot be read: " + malformed.text());
        };
    }
}
