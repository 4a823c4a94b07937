// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.account;

/** How much is logged. The names are the wire names. */
public enum LogLevel {
    DEBUG,
    INFO,
    ERROR,
    WARN,
    DISABLED
}
