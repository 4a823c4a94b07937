// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.broker.message.Message;

/** Devices that report their own metrics as agents do. */
interface Reporting {
    /** How many there are. */
    int size();

    /** The report of a device, by its number, in a round. */
    Message report(int device, int round);
}
