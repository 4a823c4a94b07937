// SPDX-License-Identifier: Apache-2.0
/**
 * Rules of event buses: which events they pick by which pattern or schedule, and what their targets are to get.
 *
 * <p>Start at {@code RuleAdministration} and {@code TargetAdministration}; {@code RuleBook} is what the routing of events
 * reads. Patterns are understood behind the port {@code PatternLanguage}. How events reach targets is not here.
 */
@NullMarked
package io.fleetward.application.events.rule;

import org.jspecify.annotations.NullMarked;
