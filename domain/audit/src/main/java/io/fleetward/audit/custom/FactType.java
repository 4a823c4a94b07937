// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

/** The type of a fact, and of the values that stand for it. The wire name is how the language writes it. */
public enum FactType {
    /** A {@code String}, empty when there is no value. */
    STRING("string"),
    /** A {@code Long}. */
    INT("int"),
    /** A {@code Boolean}. */
    BOOL("bool"),
    /** An {@code Instant}, the epoch when there is no value. */
    TIMESTAMP("timestamp"),
    /** A {@code List<String>}. */
    STRING_LIST("list(string)"),
    /** A {@code Map<String, String>}. */
    STRING_MAP("map(string, string)"),
    /** A {@code Map<String, List<String>>}. */
    STRING_LIST_MAP("map(string, list(string))"),
    /** A {@code Map<String, Double>}. */
    DOUBLE_MAP("map(string, double)");

    private final String wireName;

    FactType(String wireName) {
        this.wireName = wireName;
    }

    /** The type as the language writes it. */
    public String wireName() {
        return wireName;
    }
}
