// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.learned.DeviceBaseline;

/**
 * What is normal for one device by one learned behavior.
 *
 * <p>Immutable but for the baseline, which learns.
 *
 * @param lastAt the end of the latest window that the baseline learned from, in epoch milliseconds
 */
public record DevicePast(DeviceBaseline baseline, long lastAt) {}
