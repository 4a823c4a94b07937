// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * A model in the making. Mutable and confined to one thread at a time.
 *
 * <p>First takes in points, as many calls as are needed; then works on them in steps. May be written down between any
 * two calls and resumed later, on another machine too. Its memory is bounded whatever it is given: of many devices, it
 * learns from a sample.
 */
public interface ModelTraining {
    /**
     * Takes in points that are known to be normal, or not known to be otherwise. The points of one device come in
     * ascending order of time, in one call or in several; those of several devices may come in any order, which makes
     * no difference to the model as long as each device is given whole.
     */
    void learn(DeviceSeries series);

    /**
     * Works on what was learned, for about so many points' time; from the first call on, nothing more can be learned.
     *
     * @return whether there is more to do
     */
    boolean advance(int points);

    /** The model; only when {@link #advance} said that nothing is left to do. */
    LearnedModel model();

    /** Everything so far, to be written down; at most {@value #MAX_CHECKPOINT_BYTES} bytes. */
    byte[] checkpoint();

    /** The most bytes of a checkpoint. */
    int MAX_CHECKPOINT_BYTES = 8 << 20;
}
