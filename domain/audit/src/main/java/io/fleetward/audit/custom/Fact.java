// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.util.function.Function;

/**
 * One thing that a predicate may know of a resource. Immutable.
 *
 * @param name as predicates write it, for example {@code certificate.keyBits}
 * @param meaning half a sentence for the reference
 * @param value how it is read off a profile; answers a value of the type
 */
public record Fact<P extends Profile>(
        String name, FactType type, Source source, String meaning, Function<P, Object> value) {
    /** Where a fact comes from, and so what it costs and when it changes. */
    public enum Source {
        /** The resource itself, be it in a file. */
        RESOURCE,
        /** What the resource is attached to in the registry: one look-up for each resource. */
        REGISTRY,
        /** What devices do: it changes although nobody configures anything. */
        ACTIVITY
    }
}
