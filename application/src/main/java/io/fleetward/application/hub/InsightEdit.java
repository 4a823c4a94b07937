// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an insight is to become; what is null stays as it is. */
public record InsightEdit(
        @Nullable String name,
        @Nullable ObjectNode filters,
        @Nullable String groupByAttribute) {}
