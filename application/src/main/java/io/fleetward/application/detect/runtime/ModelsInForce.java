// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.Reading;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.ModelInForce;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models by which learned behaviors are judged at present. Thread-safe. */
public final class ModelsInForce {
    private final Function<byte[], Reading<DeviceBaseline>> baselines;
    private final Map<ModelKey, ModelInForce> inForce = new ConcurrentHashMap<>();
    private final Map<ModelKey, Map<DeviceKey, DevicePast>> pasts = new ConcurrentHashMap<>();

    /** @param baselines reads back what is known of a device after a restart */
    public ModelsInForce(Function<byte[], Reading<DeviceBaseline>> baselines) {
        this.baselines = baselines;
    }

    /** Windows that end from now on are judged by this model. */
    public void put(ModelKey key, ModelInForce model) {
        inForce.put(key, model);
    }

    /** Nothing is judged by a model of this key any more. */
    public void remove(ModelKey key) {
        inForce.remove(key);
        pasts.remove(key);
    }

    /** Devices that were never judged by the model of this key begin with these; which nobody else may touch. */
    public void putPasts(ModelKey key, Map<DeviceKey, DevicePast> learned) {
        pasts.put(key, new ConcurrentHashMap<>(learned));
    }

    /** Hands over what was learned of the device beforehand, once; or null. */
    @Nullable
    DevicePast takePast(ModelKey key, DeviceKey device) {
        Map<DeviceKey, DevicePast> learned = pasts.get(key);
        return learned == null ? null : learned.remove(device);
    }

    /** The model, or null. */
    public @Nullable ModelInForce of(ModelKey key) {
        return inForce.get(key);
    }

    /** The baseline that was written down so; null when it is of another time, so that the device is learned anew. */
    @Nullable
    DeviceBaseline baseline(byte[] written) {
        return baselines.apply(written) instanceof Reading.Read<DeviceBaseline>(DeviceBaseline baseline)
                ? baseline
                : null;
    }
}
