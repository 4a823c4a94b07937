// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.time.Instant;

/**
 * Judges a device by the tails of its own past, those at the hour included, as rare as the devices of the target say
 * that such surprises are; and by the group's values as long as the device is hardly known. Immutable, thread-safe.
 */
record StandardModel(ModelDescription description, GroupContext group, Calibration calibration)
        implements LearnedModel {
    private static final Head[] HEADS = Head.values();

    /** What a suspicious datapoint teaches, of what a normal one does: enough to get used to a change that stays. */
    private static final double SUSPICIOUS = 0.2;

    @Override
    public DeviceBaseline newDevice() {
        return new Baseline();
    }

    @Override
    public byte[] toBytes() {
        return ModelBytes.write(this);
    }

    @Override
    public Judgement judge(DeviceBaseline baseline, long time, double value, ConfidenceLevel confidence) {
        if (!(baseline instanceof Baseline device)) {
            throw new IllegalArgumentException("a baseline of other models");
        }
        double observed = Double.isFinite(value) ? value : 0;
        double scaled = kind().scaled(observed);
        Judgement judgement;
        if (device.isWarm()) {
            double[] figures = device.observe(scaled, time, group, grain(scaled));
            Surprise surprise = Surprise.of(device, figures);
            judgement = byDevice(device, new Point(time, observed, scaled), surprise, confidence);
            learn(device, figures, trust(surprise.total()));
        } else {
            judgement = byGroup(device, new Point(time, observed, scaled), confidence);
            learn(device, device.observe(scaled, time, group, grain(scaled)), 1);
        }
        return judgement;
    }

    /** A datapoint as measured, and on the scale on which it is compared. */
    private record Point(long time, double observed, double scaled) {}

    /** How much a datapoint surprises; the device learns of it as by {@link #judge}. Zero while it is hardly known. */
    double surprise(Baseline device, long time, double value) {
        double scaled = kind().scaled(Double.isFinite(value) ? value : 0);
        double[] figures = device.observe(scaled, time, group, grain(scaled));
        double total =
                device.points() > Baseline.WARM ? Surprise.of(device, figures).total() : 0;
        learn(device, figures, trust(total));
        return total;
    }

    /** How much a datapoint may teach: what is suspicious must not become normal because it goes on. */
    private double trust(double surprise) {
        return calibration.probability(surprise) < ConfidenceLevel.LOW.falseAlarmRate() ? SUSPICIOUS : 1;
    }

    private ValueKind kind() {
        return description.config().kind();
    }

    /** What a value may differ by without any meaning. */
    private double grain(double scaled) {
        return kind().leastExcess(scaled);
    }

    private void learn(Baseline device, double[] figures, double weight) {
        double least = kind().leastExcess(device.level());
        for (Head head : HEADS) {
            boolean isOnScale = head != Head.UNREST && head != Head.SURGE;
            device.learn(head, figures[head.index], isOnScale ? least : Baseline.LEAST_RATIO, weight);
        }
    }

    private Judgement byDevice(Baseline device, Point point, Surprise surprise, ConfidenceLevel confidence) {
        double probability = calibration.probability(surprise.total());
        double rate = confidence.falseAlarmRate();
        boolean isByHour = surprise.top() == Head.HOUR;
        Head head = isByHour ? Head.HOUR : Head.VALUE;
        double base = device.origin() + (isByHour ? device.expected() : 0);
        boolean isNormal = probability >= ConfidenceLevel.LOW.falseAlarmRate();
        Judgement.Cause cause = isNormal ? Judgement.Cause.NONE : surprise.top().cause(surprise.isHigh());
        double low = kind().value(base + device.lower(head, rate));
        double high = kind().value(base + device.upper(head, rate));
        return new Judgement(
                probability,
                point.observed(),
                cause == Judgement.Cause.LOW ? Math.max(low, point.observed()) : low,
                cause == Judgement.Cause.HIGH ? Math.min(high, point.observed()) : high,
                Instant.ofEpochMilli(point.time()),
                isNormal ? Judgement.Source.DEVICE : surprise.top().source(),
                cause,
                surprise.share(),
                description.ripeness());
    }

    private Judgement byGroup(Baseline device, Point point, ConfidenceLevel confidence) {
        double above = group.isKnown() ? group.above(point.scaled()) : 1;
        double below = group.isKnown() ? group.below(point.scaled()) : 1;
        double probability = Math.clamp(Math.min(above, below), Tail.LEAST, 1);
        boolean isNormal = probability >= ConfidenceLevel.LOW.falseAlarmRate();
        double least = confidence.falseAlarmRate();
        Judgement.Cause cause = above < below ? Judgement.Cause.HIGH : Judgement.Cause.LOW;
        return new Judgement(
                probability,
                point.observed(),
                group.isKnown() ? kind().value(group.lower(least)) : point.observed(),
                group.isKnown() ? kind().value(group.upper(least)) : point.observed(),
                Instant.ofEpochMilli(point.time()),
                Judgement.Source.GROUP,
                isNormal ? Judgement.Cause.NONE : cause,
                isNormal ? 0 : 1,
                description.ripeness() * device.points() / Baseline.WARM);
    }
}
