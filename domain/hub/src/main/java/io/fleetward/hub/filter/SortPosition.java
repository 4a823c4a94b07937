// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in an order of findings, from which a listing goes on. Immutable.
 *
 * <p>Written as the values, the fingerprint and the owner's account and region, each with its length before it: {@code 3:abc}.
 */
public record SortPosition(List<SortValue> values, String fingerprint, AccountRegion owner) {
    /** How many parts follow the values. */
    private static final int TIE_BREAKERS = 3;

    public SortPosition {
        values = List.copyOf(values);
    }

    /** The written form. */
    public String text() {
        var text = new StringBuilder();
        values.forEach(value -> append(text, value.text()));
        append(text, fingerprint);
        append(text, owner.account().value());
        append(text, owner.region().value());
        return text.toString();
    }

    /**
     * Reads the written form of a place in this order.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SortPosition parse(FindingOrder order, String text) {
        List<String> parts = split(text);
        int keys = order.keys().size();
        if (parts.size() != keys + TIE_BREAKERS) {
            throw new IllegalArgumentException("a place in another order");
        }
        var values = new ArrayList<SortValue>();
        for (int i = 0; i < keys; i++) {
            values.add(order.keys().get(i).parse(parts.get(i)));
        }
        return new SortPosition(values, parts.get(keys), AccountRegion.of(parts.get(keys + 1), parts.get(keys + 2)));
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon < 0 ? -1 : colon + 1 + Integer.parseInt(text, at, colon, 10);
            if (end <= colon || end > text.length()) {
                throw new IllegalArgumentException("not a place in an order of findings");
            }
            parts.add(text.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}
