// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and baselines come back as they were, and anything else is told apart. */
class WrittenDownTest {
    private static final int WEEK = 7 * Noise.DAY;

    private final LearnedModels models = new StandardModels();
    private final LearnedModel model = Noise.DAILY.train(5, WEEK);
    private final DeviceBaseline baseline = StandardModelsTest.lived(model, Noise.DAILY.device(2, 0, WEEK));

    @Test
    void judgesAsBeforeAfterModelAndBaselineWereWrittenDown() {
        LearnedModel readModel = ((Reading.Read<LearnedModel>) models.read(model.toBytes())).value();
        DeviceBaseline readBaseline = ((Reading.Read<DeviceBaseline>) models.readBaseline(baseline.toBytes())).value();
        DeviceSeries next = Noise.DAILY.device(2, WEEK, Noise.DAY);

        assertThat(readModel.description()).isEqualTo(model.description());
        for (int i = 0; i < next.size(); i++) {
            assertThat(readModel.judge(readBaseline, next.times()[i], next.values()[i], ConfidenceLevel.LOW))
                    .isEqualTo(model.judge(baseline, next.times()[i], next.values()[i], ConfidenceLevel.LOW));
        }
        assertThat(readBaseline.points()).isEqualTo(WEEK + Noise.DAY);
        assertThat(readBaseline.toBytes()).isEqualTo(baseline.toBytes());
    }

    @Test
    void fitsIntoWhatIsPromised() {
        assertThat(model.toBytes().length).isLessThan(LearnedModel.MAX_BYTES);
        assertThat(baseline.toBytes().length).isLessThanOrEqualTo(DeviceBaseline.MAX_BYTES);
    }

    @Test
    void refusesWhatIsDamagedCutOffOrOfAnotherKind() {
        byte[] bytes = baseline.toBytes();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(models.readBaseline(damaged)).isInstanceOf(Reading.Unreadable.class);
            assertThat(models.readBaseline(Arrays.copyOf(bytes, random.nextInt(bytes.length))))
                    .isInstanceOf(Reading.Unreadable.class);
        }
        assertThat(models.read(bytes)).isInstanceOf(Reading.Unreadable.class);
        assertThat(models.resume(model.toBytes())).isInstanceOf(Reading.Unreadable.class);
        assertThat(models.readBaseline(new byte[1000])).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(chars = {'b', 'm', 't'})
    void refusesWhatOnlyLooksRight(char what) {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            byte[] body = new byte[random.nextInt(500)];
            random.nextBytes(body);
            byte[] bytes = Packing.close(Packing.open(what, body.length).put(body));
            Reading<?> reading = switch (what) {
                case 'b' -> models.readBaseline(bytes);
                case 'm' -> models.read(bytes);
                default -> models.resume(bytes);
            };
            assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void refusesNumbersThatCannotBe() {
        byte[] bytes = baseline.toBytes();
        ByteBuffer origin = Packing.open('b', bytes.length);
        origin.put(bytes, 2, bytes.length - Packing.FRAME_BYTES);
        origin.putDouble(2 + 4 + 8, Double.NaN);
        assertThat(models.readBaseline(Packing.close(origin)))
                .isEqualTo(new Reading.Unreadable<DeviceBaseline>("a number is not finite"));
        ByteBuffer points = Packing.open('b', bytes.length);
        points.put(bytes, 2, bytes.length - Packing.FRAME_BYTES).putInt(2, -1);
        assertThat(models.readBaseline(Packing.close(points)))
                .isEqualTo(new Reading.Unreadable<DeviceBaseline>("a count is -1"));
    }
}
