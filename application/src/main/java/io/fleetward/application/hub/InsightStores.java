// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/** What insights are kept in and answered from. */
public record InsightStores(CustomInsights custom, FindingGroups groups) {}
