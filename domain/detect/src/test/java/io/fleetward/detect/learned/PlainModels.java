// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Models for tests of everything around them: what lies further from the mean of all that was learned than six times
 * its spread, and a little more, is as rare as can be; everything else is normal.
 */
public final class PlainModels implements LearnedModels {
    private static final int SPREADS = 6;
    private static final List<ValueKind> KINDS = List.of(ValueKind.values());

    @Override
    public LearnedModel untrained(ModelConfig config) {
        return new Plain(config, new Sums());
    }

    @Override
    public ModelTraining train(ModelConfig config) {
        return new Training(config, new Sums());
    }

    @Override
    public Reading<ModelTraining> resume(byte[] checkpoint) {
        ByteBuffer from = ByteBuffer.wrap(checkpoint);
        return new Reading.Read<>(new Training(config(from), Sums.read(from)));
    }

    @Override
    public Reading<LearnedModel> read(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            return new Reading.Unreadable<>("cut off");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        return new Reading.Read<>(new Plain(config(from), Sums.read(from)));
    }

    @Override
    public Reading<DeviceBaseline> readBaseline(byte[] bytes) {
        return bytes.length == 0
                ? new Reading.Unreadable<>("empty")
                : new Reading.Read<>(new Own(Sums.read(ByteBuffer.wrap(bytes))));
    }

    private static ModelConfig config(ByteBuffer from) {
        return new ModelConfig(
                KINDS.get(from.getInt()),
                from.getLong(),
                new ModelConfig.Gates(from.getLong(), from.getLong()),
                from.getLong());
    }

    private static byte[] bytes(ModelConfig config, Sums sums) {
        ByteBuffer to = ByteBuffer.allocate(200);
        to.putInt(KINDS.indexOf(config.kind())).putLong(config.periodMillis());
        to.putLong(config.gates().millis()).putLong(config.gates().points()).putLong(config.seed());
        sums.write(to);
        byte[] written = new byte[to.position()];
        to.flip().get(written);
        return written;
    }

    private static final class Sums {
        private long count;
        private double sum;
        private double squares;
        private long from = Long.MAX_VALUE;
        private long to;
        private long devices;
        private long hash;

        static Sums read(ByteBuffer from) {
            var sums = new Sums();
            sums.count = from.getLong();
            sums.sum = from.getDouble();
            sums.squares = from.getDouble();
            sums.from = from.getLong();
            sums.to = from.getLong();
            sums.devices = from.getLong();
            sums.hash = from.getLong();
            return sums;
        }

        void write(ByteBuffer into) {
            into.putLong(count).putDouble(sum).putDouble(squares).putLong(from).putLong(to);
            into.putLong(devices).putLong(hash);
        }

        void add(long time, double value) {
            count++;
            sum += value;
            squares += value * value;
            from = Math.min(from, time);
            to = Math.max(to, time);
            hash += 31 * time + Double.hashCode(value);
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double spread() {
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }
    }

    private record Own(Sums sums) implements DeviceBaseline {
        @Override
        public long points() {
            return sums.count;
        }

        @Override
        public byte[] toBytes() {
            ByteBuffer to = ByteBuffer.allocate(7 * Long.BYTES);
            sums.write(to);
            return to.array();
        }
    }

    private static final class Training implements ModelTraining {
        private final ModelConfig config;
        private final Sums sums;
        private long worked;

        Training(ModelConfig config, Sums sums) {
            this.config = config;
            this.sums = sums;
        }

        @Override
        public void learn(DeviceSeries series) {
            for (int n = 0; n < series.size(); n++) {
                sums.add(series.times()[n], series.values()[n]);
            }
            sums.devices++;
        }

        @Override
        public boolean advance(int points) {
            worked += points;
            return worked < sums.count;
        }

        @Override
        public LearnedModel model() {
            return new Plain(config, sums);
        }

        @Override
        public byte[] checkpoint() {
            return bytes(config, sums);
        }
    }

    private record Plain(ModelConfig config, Sums sums) implements LearnedModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription(
                    config,
                    sums.count == 0 ? 0 : sums.from,
                    sums.to,
                    sums.count,
                    sums.devices,
                    HexFormat.of().toHexDigits(sums.hash).repeat(4));
        }

        @Override
        public DeviceBaseline newDevice() {
            return new Own(new Sums());
        }

        @Override
        public Judgement judge(DeviceBaseline baseline, long time, double value, ConfidenceLevel confidence) {
            Sums own = ((Own) baseline).sums();
            Sums known = sums.count == 0 ? own : sums;
            double reach = SPREADS * known.spread() + 1;
            double low = known.mean() - reach;
            double high = known.mean() + reach;
            boolean isNormal = known.count < 3 || (value >= low && value <= high);
            if (isNormal) {
                own.add(time, value);
            }
            return new Judgement(
                    isNormal ? 0.5 : 1e-6,
                    value,
                    low,
                    high,
                    Instant.ofEpochMilli(time),
                    sums.count == 0 ? Judgement.Source.DEVICE : Judgement.Source.GROUP,
                    cause(value, high, isNormal),
                    1,
                    description().ripeness());
        }

        private static Judgement.Cause cause(double value, double high, boolean isNormal) {
            if (isNormal) {
                return Judgement.Cause.NONE;
            }
            return value > high ? Judgement.Cause.HIGH : Judgement.Cause.LOW;
        }

        @Override
        public byte[] toBytes() {
            return bytes(config, sums);
        }
    }
}
