// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.kernel.AccountId;

/** An account that a call leaves as it was, and why. */
public record UnprocessedAccount(AccountId account, String reason) {}
