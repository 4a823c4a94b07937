// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;

/** Counts the findings of accounts and regions. */
public interface FindingGroups {
    /**
     * The largest groups of all these owners' findings together, in the order of {@link FindingGroup#LARGEST_FIRST}.
     *
     * @throws TooManyGroupsException when there are more different values than can be counted
     */
    List<FindingGroup> largest(Tx tx, Collection<AccountRegion> owners, Question question);

    /**
     * Which findings are counted by what.
     *
     * @param limit how many groups are wanted
     */
    record Question(FindingFilter filter, Grouping by, int limit) {}
}
