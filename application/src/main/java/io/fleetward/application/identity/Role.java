// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import org.jspecify.annotations.Nullable;

/** What a caller may do, from everything to looking only, and a caller may have several; {@code RolePermissions} maps roles to action names. */
public enum Role {
    ADMINISTRATOR("administrator"),
    OPERATOR("operator"),
    ANALYST("analyst"),
    AUDITOR("auditor"),
    DEVICE_ADMIN("device-admin"),
    READ_ONLY("read-only");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The role of this name, or null. */
    public static @Nullable Role named(String wireName) {
        for (Role role : values()) {
            if (role.wireName.equals(wireName)) {
                return role;
            }
        }
        return null;
    }

    /** The name on the command line, in files and in messages. */
    public String wireName() {
        return wireName;
    }
}
