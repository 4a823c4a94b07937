// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import io.fleetward.kernel.AccountRegion;

/** A finding and the account and region that keep it. Immutable as far as the finding is. */
public record OwnedFinding(AccountRegion owner, Finding finding) {}
