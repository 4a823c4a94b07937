// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

/** The versions of the policy language; the older one has no variables. */
public enum LanguageVersion {
    /** What a document without {@code Version} is written in. */
    V2008("2008-10-17"),
    V2012("2012-10-17");

    private final String wireName;

    LanguageVersion(String wireName) {
        this.wireName = wireName;
    }

    /** The text of the {@code Version} element. */
    public String wireName() {
        return wireName;
    }
}
