// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

/** A place in a document; lines and columns count from 1. Immutable. */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
