// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

/** Where things, their types and groups, memberships and principals are kept. */
public record ThingStores(
        Things things, ThingTypes types, ThingGroups groups, ThingGroupMembers members, ThingPrincipals principals) {}
