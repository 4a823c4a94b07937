// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import org.jspecify.annotations.Nullable;

/** By which hash the messages of a topic are signed. */
public enum SignatureVersion {
    /** SHA-1, which is what every client reads and AWS uses unless told otherwise. */
    SHA1("1"),
    /** SHA-256. */
    SHA256("2");

    private final String wireName;

    SignatureVersion(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The version of this name, or null. */
    public static @Nullable SignatureVersion ofWireName(String name) {
        for (SignatureVersion version : values()) {
            if (version.wireName.equals(name)) {
                return version;
            }
        }
        return null;
    }
}
