// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCountsTest {
    private final GroupCounts counts = new GroupCounts();

    @Test
    void putsTheLargestFirstAndEqualOnesByCodePoint() {
        counts.add(List.of("b", "\uD83D\uDE00", "\uFF21"), 1);
        counts.add(List.of("a", "b"), 2);
        assertThat(counts.largest(9))
                .containsExactly(
                        new FindingGroup("b", 3),
                        new FindingGroup("a", 2),
                        new FindingGroup("\uFF21", 1),
                        new FindingGroup("\uD83D\uDE00", 1));
        assertThat(counts.largest(2)).containsExactly(new FindingGroup("b", 3), new FindingGroup("a", 2));
    }

    @Test
    void knowsHowMuchItHolds() {
        counts.add(List.of("abc"), 5);
        counts.add(List.of("abc", "de"), 1);
        assertThat(counts.characters()).isEqualTo(5);
    }
}
