// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.behavior.Behavior;
import java.util.function.Supplier;

/**
 * What an alarm is about and under which rules it is raised and cleared.
 *
 * @param newId where a new violation gets its id from
 */
public record AlarmSubject(AlarmKey key, Behavior behavior, Supplier<String> newId) {}
