// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** The kinds of filters. */
public enum FilterType {
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    ADDRESS,
    MAP,
    KEYWORD
}
