// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

/** Whether the messages of a dimension are meant, or all others. The names are the wire names. */
public enum DimensionOperator {
    IN,
    NOT_IN
}
