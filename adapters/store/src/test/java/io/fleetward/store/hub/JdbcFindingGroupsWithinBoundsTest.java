// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.hub.FindingGroups.Question;
import io.fleetward.application.hub.TooManyGroupsException;
import io.fleetward.hub.filter.FilterGenerator;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counting that would take too much memory says so. */
class JdbcFindingGroupsWithinBoundsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Test
    void givesUpOnMoreValuesThanItMayHold() {
        var findings = List.of(
                aFinding().id("one").with("Description", "\"12345\"").stored(FilterGenerator.NOW),
                aFinding().id("two").with("Description", "\"54321\"").stored(FilterGenerator.NOW));
        DATABASE.transactions().change(tx -> new JdbcFindings().save(tx, HOME, findings));
        assertThat(count(10)).containsExactly(new FindingGroup("12345", 1), new FindingGroup("54321", 1));
        assertThatThrownBy(() -> count(9))
                .isInstanceOf(TooManyGroupsException.class)
                .hasMessageContaining("Description");
    }

    private static List<FindingGroup> count(long mostCharacters) {
        var question = new Question(FindingFilter.ALL, new Grouping(FilterKey.DESCRIPTION), 9);
        var groups = new JdbcFindingGroups(mostCharacters);
        return DATABASE.transactions().read(tx -> groups.largest(tx, List.of(HOME), question));
    }
}
