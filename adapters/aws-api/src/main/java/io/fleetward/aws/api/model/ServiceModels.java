// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The models of all services, each read when a request first needs it. Thread-safe. */
public final class ServiceModels {
    private final Map<AwsService, Once<ServiceModel>> models = new EnumMap<>(AwsService.class);

    public ServiceModels() {
        for (AwsService service : AwsService.values()) {
            models.put(service, new Once<>(() -> ServiceModel.read(service)));
        }
    }

    /** The model of the service. */
    public ServiceModel of(AwsService service) {
        return once(models, service).get();
    }

    /** Something that is derived from a service's model on first use. */
    public <T> Function<AwsService, T> derived(Function<ServiceModel, T> derive) {
        Map<AwsService, Once<T>> values = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            values.put(service, new Once<>(() -> derive.apply(of(service))));
        }
        return service -> once(values, service).get();
    }

    private static <T> Once<T> once(Map<AwsService, Once<T>> values, AwsService service) {
        Once<T> once = values.get(service);
        if (once == null) {
            throw new IllegalStateException("no model of " + service);
        }
        return once;
    }

    /** A value made on first use, once. */
    private static final class Once<T> {
        private final Supplier<T> make;
        private volatile @Nullable T value;

        Once(Supplier<T> make) {
            this.make = make;
        }

        T get() {
            T known = value;
            return known == null ? first() : known;
        }

        private synchronized T first() {
            T known = value;
            if (known == null) {
                known = make.get();
                value = known;
            }
            return known;
        }
    }
}
