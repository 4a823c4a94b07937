// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/**
 * Something in the registry changed and is durable.
 *
 * @param name the changed resource: policy name, certificate id, thing name, group name, ARN of what has tags, or the
 *     account for settings
 * @param counterpart what was attached to it or detached from it: the name of a policy, the id of a certificate; null
 *     for every other change
 */
public record RegistryChange(
        AccountRegion scope,
        Kind kind,
        String name,
        @Nullable String counterpart) {
    /** A change that concerns one resource alone. */
    public RegistryChange(AccountRegion scope, Kind kind, String name) {
        this(scope, kind, name, null);
    }

    /** What kind of resource changed. */
    public enum Kind {
        /** A policy was created, got another default version, or was deleted. */
        POLICY,
        /** A policy was attached to or detached from a certificate or group; the name is the target ARN. */
        POLICY_ATTACHMENT,
        /** A certificate was created, changed status or was deleted. */
        CERTIFICATE,
        CA_CERTIFICATE,
        /** A thing was created, updated or deleted. */
        THING,
        /** A principal was attached to or detached from the thing. */
        THING_PRINCIPAL,
        THING_TYPE,
        /** A group was created, updated or deleted. */
        THING_GROUP,
        /** The thing joined or left a group. */
        THING_GROUP_MEMBERSHIP,
        /** A role alias was created, changed or deleted. */
        ROLE_ALIAS,
        /** A taggable resource of any type was created or deleted, or got other tags; the name is its ARN. */
        TAGS,
        LOGGING
    }
}
