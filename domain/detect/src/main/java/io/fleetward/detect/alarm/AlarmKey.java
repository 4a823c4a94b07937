// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

/** What has an alarm: one behavior of one security profile on one device. Immutable. */
public record AlarmKey(DeviceKey device, String profile, String behavior) {}
