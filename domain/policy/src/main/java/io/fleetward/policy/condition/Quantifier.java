// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

/** How many of a key's values in the request must satisfy the comparison. */
public enum Quantifier {
    /** No prefix: one value is expected; of several, one must be equal, or none for negated comparisons. */
    NONE(""),
    FOR_ALL_VALUES("ForAllValues:"),
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the comparison in a document. */
    public String prefix() {
        return prefix;
    }
}
