// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.backtest;

import io.fleetward.detect.behavior.BehaviorDraft;
import java.time.Instant;
import java.util.List;

/**
 * What to judge by which past. Immutable.
 *
 * @param falseAlarmRate the share of windows, 0 to 0.5, that may break a proposed bound
 * @param shown how many alarms to show at most
 */
public record BacktestQuestion(
        List<BehaviorDraft> behaviors, Instant from, Instant to, double falseAlarmRate, int shown) {
    public BacktestQuestion {
        behaviors = List.copyOf(behaviors);
    }
}
