// SPDX-License-Identifier: Apache-2.0
/**
 * What an account chose to have audited: a role, a place for notifications, and which checks are enabled.
 *
 * <p>Start with AuditConfiguration; a change is a ConfigurationPatch.
 */
@NullMarked
package io.fleetward.audit.configuration;

import org.jspecify.annotations.NullMarked;
