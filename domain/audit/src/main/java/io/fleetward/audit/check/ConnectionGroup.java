// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.PastConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The connections of one certificate or client id, taken in one by one, oldest first. Confined to one check. */
interface ConnectionGroup {
    void add(PastConnection connection);

    /** The verdict once all were taken in. */
    List<NonCompliance> judge();

    /**
     * Judges one group after another, so that only one has to be remembered.
     *
     * @param key what the connections of a group agree in; neighbours in the stream that agree are a group
     * @param begin makes the group of a key
     */
    static CheckResult judgeAll(
            Stream<PastConnection> connections,
            Function<PastConnection, String> key,
            Function<String, ConnectionGroup> begin) {
        var found = new ArrayList<NonCompliance>();
        long total = 0;
        Iterator<PastConnection> rest = connections.iterator();
        PastConnection next = rest.hasNext() ? rest.next() : null;
        while (next != null) {
            String name = key.apply(next);
            ConnectionGroup group = begin.apply(name);
            while (next != null && key.apply(next).equals(name)) {
                group.add(next);
                next = rest.hasNext() ? rest.next() : null;
            }
            found.addAll(group.judge());
            total++;
        }
        return new CheckResult(total, found);
    }
}
