// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The words in which schemas are written. */
public final class Shapes {
    /** Where the format states no length, the size of the whole finding is the limit. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private Shapes() {}

    /** A string that holds more than blanks. */
    public static Shape text() {
        return text(UNLIMITED);
    }

    /** A string of at most so many characters that holds more than blanks. */
    public static Shape text(int max) {
        return new TextShape(1, max, TextShape.Form.NOT_BLANK);
    }

    public static Shape matching(int min, int max, String pattern) {
        return new TextShape(min, max, TextShape.Form.of(pattern));
    }

    public static Shape oneOf(String... choices) {
        return new ChoiceShape(List.of(choices));
    }

    public static <E extends Enum<E>> Shape oneOf(Class<E> choices) {
        return new ChoiceShape(
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList());
    }

    public static Shape time() {
        return new TimeShape();
    }

    public static Shape uri() {
        return new UriShape();
    }

    public static Shape whole() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Shape whole(long min, long max) {
        return new WholeShape(min, max);
    }

    public static Shape decimal() {
        return new DecimalShape();
    }

    public static Shape flag() {
        return new FlagShape();
    }

    public static Shape open() {
        return new OpenShape();
    }

    public static Shape list(Shape item) {
        return list(item, 0, UNLIMITED);
    }

    public static Shape list(Shape item, int min, int max) {
        return new ListShape(item, min, max);
    }

    public static Shape map(Shape value, int maxPairs, int maxKey) {
        return new MapShape(value, maxPairs, maxKey, Set.of());
    }
}
