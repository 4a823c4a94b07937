// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** One comparison of a string, case-sensitive. Immutable. */
public record TextTest(Comparison comparison, String value) {
    /** Up to here the platform's search is the faster one and costs little at worst. */
    private static final int SHORT = 32;

    /** The ways to compare. The constants' names are the wire names. */
    public enum Comparison {
        EQUALS,
        PREFIX,
        CONTAINS,
        NOT_EQUALS,
        PREFIX_NOT_EQUALS,
        NOT_CONTAINS;

        /** Whether findings that pass the comparison are shown, or left out. */
        public boolean isNegative() {
            return this == NOT_EQUALS || this == PREFIX_NOT_EQUALS || this == NOT_CONTAINS;
        }
    }

    public boolean isNegative() {
        return comparison.isNegative();
    }

    /** Whether the text is, starts with or contains the value; of a negative comparison what it excludes. */
    public boolean hits(String text) {
        return switch (comparison) {
            case EQUALS, NOT_EQUALS -> text.equals(value);
            case PREFIX, PREFIX_NOT_EQUALS -> text.startsWith(value);
            case CONTAINS, NOT_CONTAINS -> contains(text);
        };
    }

    private boolean contains(String text) {
        if (value.length() <= SHORT || text.length() < value.length()) {
            return text.contains(value);
        }
        return new TextSearch(value).any(text, start -> true);
    }
}
