// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.kernel.AccountRegion;

/**
 * A device as Detect tells devices apart: by the client id it connects with, and whether that is the name of a thing.
 *
 * <p>A device that is registered, or is no longer, is another device from then on (detect, targets). Immutable.
 */
public record DeviceKey(AccountRegion scope, String name, boolean isRegistered) {}
