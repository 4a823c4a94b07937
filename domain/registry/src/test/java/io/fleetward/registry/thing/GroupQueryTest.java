// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.registry.thing.GroupQuery.Status;
import org.junit.jupiter.api.Test;

class GroupQueryTest {
    private static final GroupQuery NEW = GroupQuery.building("attributes.t>50");

    @Test
    void isActiveWhenEveryThingWasJudged() {
        assertThat(NEW.isActive()).isFalse();
        assertThat(NEW.reached("m")).isEqualTo(new GroupQuery("attributes.t>50", Status.BUILDING, "m"));
        assertThat(NEW.reached("m").reached(null)).isEqualTo(new GroupQuery("attributes.t>50", Status.ACTIVE, null));
        assertThat(NEW.reached(null).isActive()).isTrue();
    }

    @Test
    void beginsAnewWithAnotherText() {
        assertThat(NEW.reached("m").restarted("b")).isEqualTo(GroupQuery.building("b"));
        assertThat(NEW.reached(null).restarted("b")).isEqualTo(new GroupQuery("b", Status.REBUILDING, null));
        assertThat(NEW.reached(null).restarted("b").reached("m").restarted("c"))
                .isEqualTo(new GroupQuery("c", Status.REBUILDING, null));
    }
}
