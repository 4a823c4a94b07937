// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.kernel.AccountRegion;

/** Names a task: its id, chosen by whoever started it, is unique among those of its kind. Immutable. */
public record TaskKey(AccountRegion scope, TaskKind kind, String id) {}
