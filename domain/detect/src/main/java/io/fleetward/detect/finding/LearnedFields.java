// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.finding;

import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Explanation;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.learned.Judgement;
import tools.jackson.databind.node.ObjectNode;

/**
 * The product fields that tell why a learned behavior was violated; under a name of ours, because AWS has none for it
 * (detect, our model contract).
 */
final class LearnedFields {
    private static final String OURS = "fleetward/";

    /** Below it a double tells every whole number from the next. */
    private static final double EXACT = 0x1p53;

    private LearnedFields() {}

    /** Adds what the alarm was raised by, if that was kept. */
    static void add(Violation violation, ObjectNode fields) {
        Evidence evidence = violation.evidence();
        if (evidence == null || !(evidence.yardstick() instanceof Expectation(Judgement judgement, long version))) {
            return;
        }
        fields.put(OURS + "Explanation", Explanation.of(violation))
                .put(OURS + "ObservedValue", number(judgement.observed()))
                .put(OURS + "ExpectedLow", number(judgement.expectedLow()))
                .put(OURS + "ExpectedHigh", number(judgement.expectedHigh()))
                .put(OURS + "TailProbability", Double.toString(judgement.tailProbability()))
                .put(OURS + "Context", judgement.source().name())
                .put(OURS + "Cause", judgement.cause().name())
                .put(OURS + "CauseShare", Double.toString(judgement.share()))
                .put(OURS + "ModelVersion", Long.toString(version))
                .put(OURS + "ModelRipeness", Double.toString(judgement.ripeness()));
    }

    /** A whole number as the device reported it, without a fraction. */
    private static String number(double value) {
        long whole = (long) value;
        return whole == value && Math.abs(value) < EXACT ? Long.toString(whole) : Double.toString(value);
    }
}
