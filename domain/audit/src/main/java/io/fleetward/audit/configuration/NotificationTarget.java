// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import org.jspecify.annotations.Nullable;

/** The topic that is told about finished audits, as far as it is configured. Immutable; a part never set is null. */
public record NotificationTarget(
        @Nullable String targetArn, @Nullable String roleArn, boolean isEnabled) {}
