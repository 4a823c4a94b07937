// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

/** Whether the provider still sees the problem. The constants' names are the wire names. */
public enum RecordState {
    ACTIVE,
    ARCHIVED
}
