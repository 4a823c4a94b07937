// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * How much a datapoint surprises, by all heads together. Immutable.
 *
 * @param total the surprise by the head that is surprised most, and part of those by the others: a real change shows in
 *     several
 * @param top the head that is surprised most
 * @param isHigh whether at its upper end
 * @param share how much of all surprise is that head's
 */
record Surprise(double total, Head top, boolean isHigh, double share) {
    /** What the other heads' surprises count. */
    private static final double OTHERS = 0.4;

    private static final Head[] HEADS = Head.values();

    /** By the tails of the device, before they learn of the datapoint. */
    static Surprise of(Baseline device, double[] figures) {
        double most = 0;
        double sum = 0;
        Head top = Head.VALUE;
        for (Head head : HEADS) {
            if (device.knows(head)) {
                double surprise = Tail.surprise(device.probability(head, figures[head.index]));
                sum += surprise;
                if (surprise > most) {
                    most = surprise;
                    top = head;
                }
            }
        }
        double figure = figures[top.index];
        return new Surprise(
                most + OTHERS * (sum - most),
                top,
                device.above(top, figure) <= device.below(top, figure),
                sum == 0 ? 0 : most / sum);
    }
}
