// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/** What joins the hubs of several accounts and regions, and where it is kept. */
public record HubLinks(
        HubMembers members, FindingAggregators aggregators, HubDelegations delegations, CentralStores central) {}
