// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void endsWhereNothingFollows() {
        Page<String> page = Page.cut(List.of("a", "b"), 2, text -> text);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isNull();
    }

    @Test
    void namesTheLastItemShownWhenMoreFollows() {
        Page<String> page = Page.cut(List.of("a", "b", "c"), 2, text -> text + "!");

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo("b!");
        assertThat(page.map(String::length).items()).containsExactly(1, 1);
        assertThat(page.map(String::length).next()).isEqualTo("b!");
    }

    @Test
    void holdsAtLeastOneItem() {
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(0));
        assertThat(PageRequest.first(1).after()).isNull();
    }

    @Test
    void saysWhereAProblemIs() {
        assertThat(new Problem("line 1", "wrong")).hasToString("line 1: wrong");
        assertThat(new Problem("", "wrong")).hasToString("wrong");
    }

    @Test
    void drawsIdentifiersFromTheSourceHandedIn() {
        var ids = new Ids(new Random(1));
        var again = new Ids(new Random(1));

        assertThat(ids.uuid()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(ids.hex32()).matches("[0-9a-f]{32}");
        assertThat(ids.hex(5)).matches("[0-9a-f]{10}");
        assertThat(again.uuid()).isEqualTo(new Ids(new Random(1)).uuid());
    }
}
