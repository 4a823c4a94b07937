// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import org.jspecify.annotations.Nullable;

/** Finds the owner of an access key; on the path of every signed request. Thread-safe, never blocks. */
public interface Credentials {
    /** The active key with this id, or null when there is none, or it is switched off or has expired. */
    @Nullable
    Credential find(String accessKeyId);

    /** A request was rightly signed with the key. */
    default void used(String accessKeyId) {}
}
