// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** Which findings are wanted, in which order. Immutable. */
public record FindingQuery(FindingFilter filter, FindingOrder order) {}
