// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header fields of a request; names are compared in lower case, repeated fields keep their order. Immutable. */
public final class Headers {
    /** No header at all. */
    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Copies the fields as they were received. */
    public static Headers of(Iterable<Map.Entry<String, String>> fields) {
        var values = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, String> field : fields) {
            values.computeIfAbsent(field.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(field.getValue());
        }
        return new Headers(values);
    }

    /** The first value of the field, or null; the name is given in lower case. */
    public @Nullable String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getFirst();
    }

    /** All values of the field, empty when it is absent; the name is given in lower case. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** All names in lower case. */
    public Set<String> names() {
        return values.keySet();
    }
}
