// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.kernel.AccountRegion;

/** The client id a device connects with; whether it is registered is not known yet. Immutable. */
record ClientName(AccountRegion scope, String id) {}
