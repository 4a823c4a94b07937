// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a query string or a form, in the order they were sent. Immutable. */
public final class Parameters {
    /** More than any operation can use. */
    private static final int MAX_PARAMETERS = 2_000;

    /** One name with its value, both decoded. */
    public record Parameter(String name, String value) {}

    private final List<Parameter> all;

    private Parameters(List<Parameter> all) {
        this.all = List.copyOf(all);
    }

    /** Decodes {@code a=1&b=2}; both a plus sign and {@code %20} are a space. */
    public static Parameters parse(String text) {
        var all = new ArrayList<Parameter>();
        int start = 0;
        while (start < text.length()) {
            int ampersand = text.indexOf('&', start);
            int end = ampersand < 0 ? text.length() : ampersand;
            if (end > start) {
                all.add(parameter(text.substring(start, end)));
            }
            start = end + 1;
        }
        if (all.size() > MAX_PARAMETERS) {
            throw new MalformedUriException("The request has more than " + MAX_PARAMETERS + " parameters.");
        }
        return new Parameters(all);
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return new Parameter(PercentCoding.decode(name, true), PercentCoding.decode(value, true));
    }

    public List<Parameter> all() {
        return all;
    }

    /** The first value of the name, or null. */
    public @Nullable String first(String name) {
        for (Parameter parameter : all) {
            if (parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return null;
    }

    /** Every value of the name. */
    public List<String> values(String name) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Names with their first values, without the given names. */
    public Map<String, String> without(Set<String> names) {
        var rest = new LinkedHashMap<String, String>();
        for (Parameter parameter : all) {
            if (!names.contains(parameter.name())) {
                rest.putIfAbsent(parameter.name(), parameter.value());
            }
        }
        return rest;
    }

    /** The distinct names. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        all.forEach(parameter -> names.add(parameter.name()));
        return names;
    }
}
