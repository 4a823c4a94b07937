// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.model.ServiceApi;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which family answers which operation: the one whose class overrides its method.
 *
 * <p>Thread-safe. A service's families are looked through when it is first called, because that loads the records of all
 * its operations. Two families that answer the same operation are a mistake and refused.
 */
final class Families {
    private final Function<AwsService, Map<String, ServiceApi>> byOperation;

    Families(Collection<? extends ServiceApi> families, ServiceModels models) {
        List<ServiceApi> all = List.copyOf(families);
        this.byOperation = models.derived(model -> byOperation(model.service(), all));
    }

    /** The family that answers the operation, or null when none does. */
    @Nullable
    ServiceApi find(AwsService service, String operation) {
        return byOperation.apply(service).get(operation);
    }

    private static Map<String, ServiceApi> byOperation(AwsService service, List<ServiceApi> families) {
        Map<String, ServiceApi> operations = new HashMap<>();
        for (ServiceApi family : families) {
            if (serviceOf(family.getClass()) == service) {
                operationsOf(family.getClass(), service).forEach(operation -> add(operations, operation, family));
            }
        }
        return operations;
    }

    private static void add(Map<String, ServiceApi> operations, String operation, ServiceApi family) {
        ServiceApi other = operations.putIfAbsent(operation, family);
        if (other != null) {
            throw new IllegalStateException(
                    "%s is answered by both %s and %s".formatted(operation, other.getClass(), family.getClass()));
        }
    }

    /** The names of the service's operations that these classes answer, in alphabetical order. */
    static Set<String> built(AwsService service, Collection<Class<? extends ServiceApi>> families) {
        Set<String> built = new TreeSet<>();
        for (Class<? extends ServiceApi> family : families) {
            if (serviceOf(family) == service) {
                for (String operation : operationsOf(family, service)) {
                    if (!built.add(operation)) {
                        throw new IllegalStateException(operation + " is answered twice, also by " + family);
                    }
                }
            }
        }
        return built;
    }

    private static AwsService serviceOf(Class<? extends ServiceApi> family) {
        for (AwsService service : AwsService.values()) {
            if (service.api().isAssignableFrom(family)) {
                return service;
            }
        }
        throw new IllegalStateException(family + " implements no API interface");
    }

    private static Set<String> operationsOf(Class<? extends ServiceApi> family, AwsService service) {
        Set<Signature> modelled = Arrays.stream(service.api().getDeclaredMethods())
                .map(Signature::of)
                .collect(Collectors.toSet());
        return Arrays.stream(family.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 2 && modelled.contains(Signature.of(method)))
                .map(method -> operationName(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String operationName(String method) {
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    /** What an overriding method has in common with the overridden one. */
    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }
}
