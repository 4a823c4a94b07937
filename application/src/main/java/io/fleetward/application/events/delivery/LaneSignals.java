// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Which lanes are being worked off, and which of those were signalled again meanwhile, so that each has one worker and
 * no signal is lost. Thread-safe; holds nothing of idle lanes.
 */
final class LaneSignals {
    private final Map<TargetLane, Boolean> isSignalledAgain = new HashMap<>();

    /** Answers whether the lane was idle: then the caller works it off. */
    synchronized boolean signal(TargetLane lane) {
        if (isSignalledAgain.containsKey(lane)) {
            isSignalledAgain.put(lane, true);
            return false;
        }
        isSignalledAgain.put(lane, false);
        return true;
    }

    /** The lane's worker is through; answers whether it has to go on because of a signal, else the lane is idle. */
    synchronized boolean isToGoOn(TargetLane lane) {
        if (Boolean.TRUE.equals(isSignalledAgain.get(lane))) {
            isSignalledAgain.put(lane, false);
            return true;
        }
        isSignalledAgain.remove(lane);
        return false;
    }
}
