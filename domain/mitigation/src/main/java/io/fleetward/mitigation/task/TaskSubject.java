// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

/**
 * One finding or violation of a task.
 *
 * <p>Immutable.
 *
 * @param position counts from zero; the order in which they are worked off
 * @param id of the finding or violation
 * @param group what decides which actions apply: the name of the check; empty for violations
 */
public record TaskSubject(int position, String id, String group, SubjectStatus status) {}
