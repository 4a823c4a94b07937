// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

/** How many items a page of the {@code iot} service holds when the client does not say (iot-core, pagination). */
final class ListSizes {
    static final int DEFAULT = 25;

    private ListSizes() {}
}
