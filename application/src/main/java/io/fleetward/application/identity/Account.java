// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountId;
import java.time.Instant;

/** An account: what belongs to one never shows in another. Immutable. */
public record Account(AccountId id, Instant createdAt) {}
