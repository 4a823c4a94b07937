// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

/**
 * A query of the fleet index over what the registry knows of a thing: name, id, type, groups, attributes (iot-core,
 * query language, version 2017-09-30). Connectivity, shadows and Device Defender are not indexed; a query that names
 * them is refused.
 *
 * <p>Immutable; equal to every query with the same text.
 */
public final class ThingQuery {
    /** The only version of the language. */
    public static final String VERSION = "2017-09-30";

    /** Characters of a query. */
    public static final int LONGEST = 1000;
    /** Terms of a query. */
    public static final int MOST_TERMS = 7;

    private final String text;
    private final Clause root;

    private ThingQuery(String text, Clause root) {
        this.text = text;
        this.root = root;
    }

    /**
     * The query that the text says.
     *
     * @throws InvalidQueryException when it says none, or reads a field that is not indexed
     */
    public static ThingQuery parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidQueryException(
                    "A query has at most " + LONGEST + " characters, and this one has " + text.length());
        }
        return new ThingQuery(text, new QueryParser(text).query());
    }

    /** The query as it was written. */
    public String text() {
        return text;
    }

    /** Whether the thing fits. */
    public boolean matches(IndexedThing thing) {
        return root.matches(thing);
    }

    /** Whether the answer may depend on the groups that a thing is in. */
    public boolean readsGroups() {
        return root.readsGroups();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThingQuery query && query.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
