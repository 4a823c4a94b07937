// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals when accounts and access keys are administered, in the words of the {@code iam} service. */
public enum IdentityError implements ErrorCode {
    INVALID_INPUT("InvalidInput"),
    NO_SUCH_ENTITY("NoSuchEntity"),
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists"),
    DELETE_CONFLICT("DeleteConflict");

    private final String wireName;

    IdentityError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
