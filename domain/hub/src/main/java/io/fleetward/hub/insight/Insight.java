// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import tools.jackson.databind.node.ObjectNode;

/**
 * A saved question: how many of the findings that some filters match have each value of an attribute. Immutable.
 *
 * @param filters as a client sent them, because relative dates start whenever the question is asked
 */
public record Insight(String arn, String name, ObjectNode filters, Grouping grouping) {}
