// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final Attributes attributes = new Attributes(Map.of("a", "1", "b", "2"));

    @Test
    void neverHoldsAnEmptyValue() {
        assertThat(new Attributes(Map.of("a", "", "b", "2"))).isEqualTo(new Attributes(Map.of("b", "2")));
        assertThat(Attributes.NONE.size()).isZero();
    }

    @Test
    void mergesByName() {
        assertThat(attributes.updated(Map.of("b", "3", "c", "4"), true).values())
                .isEqualTo(Map.of("a", "1", "b", "3", "c", "4"));
    }

    @Test
    void removesByEmptyValue() {
        assertThat(attributes.updated(Map.of("a", "", "z", ""), true).values()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void replacesEverythingWithoutMerge() {
        assertThat(attributes.updated(Map.of("c", "3"), false).values()).isEqualTo(Map.of("c", "3"));
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> attributes.values().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void listsNamesInOrder() {
        assertThat(new Attributes(Map.of("c", "1", "a", "2", "b", "3")).values().keySet())
                .containsExactly("a", "b", "c");
    }
}
