// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

/** What a caller may do, from everything to looking only; {@code RolePermissions} maps roles to action names. */
public enum Role {
    ADMINISTRATOR("administrator"),
    OPERATOR("operator"),
    ANALYST("analyst"),
    READ_ONLY("read-only");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the command line, in files and in messages. */
    public String wireName() {
        return wireName;
    }
}
