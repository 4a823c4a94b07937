// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a target is configured. Immutable (hub, organization).
 *
 * @param policyId the id of a configuration policy; null where the target configures itself
 * @param message why the status is what it is; null while it is pending, and where there is nothing to do
 */
public record PolicyAssociation(
        PolicyTarget target,
        @Nullable String policyId,
        Type type,
        Status status,
        @Nullable String message,
        Instant updatedAt) {
    /** The id of the configuration of those who configure themselves. */
    public static final String SELF_MANAGED = "SELF_MANAGED_SECURITY_HUB";

    private static final String APPLIED_MESSAGE = "Association applied successfully on this target.";

    /** Where a target has its configuration from; the constants' names are the wire names. */
    public enum Type {
        INHERITED,
        APPLIED
    }

    /** Whether accounts are configured as they should be; the constants' names are the wire names. */
    public enum Status {
        PENDING,
        SUCCESS,
        FAILED
    }

    /**
     * The target is to be configured by this from now on.
     *
     * @param policyId null for by itself, which needs nothing to be done
     */
    public static PolicyAssociation started(PolicyTarget target, @Nullable String policyId, Type type, Instant now) {
        Status status = policyId == null ? Status.SUCCESS : Status.PENDING;
        return new PolicyAssociation(target, policyId, type, status, null, now);
    }

    /** The id of the configuration as clients know it. */
    public String configurationId() {
        return policyId == null ? SELF_MANAGED : policyId;
    }

    public boolean isInherited() {
        return type == Type.INHERITED;
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    /** The same, to be done again. */
    public PolicyAssociation repeated(Instant now) {
        return started(target, policyId, type, now);
    }

    /** The same with the status that follows from an attempt; null for one that succeeded. */
    public PolicyAssociation attempted(@Nullable String failure, Instant now) {
        return failure == null ? with(Status.SUCCESS, APPLIED_MESSAGE, now) : with(Status.FAILED, failure, now);
    }

    /** The same with another status. */
    public PolicyAssociation with(Status other, @Nullable String why, Instant now) {
        return new PolicyAssociation(target, policyId, type, other, why, now);
    }
}
