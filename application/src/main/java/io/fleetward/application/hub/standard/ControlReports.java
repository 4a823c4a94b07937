// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlReport;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the hub was last told by controls and has not been withdrawn. Thread-safe. */
public interface ControlReports {
    /** The control's reports on these resources, as far as there are any. */
    List<ControlReport> find(Tx tx, AccountRegion scope, String control, Collection<String> resources);

    /** Inserts the reports, or replaces those on the same control and resource. */
    void put(Tx tx, AccountRegion scope, List<ControlReport> reports);

    /** Up to that many reports of the control that were last told before the moment. */
    List<ControlReport> toldBefore(Tx tx, AccountRegion scope, Told before, int limit);

    /** Removes the control's reports on these resources. */
    void remove(Tx tx, AccountRegion scope, String control, Collection<String> resources);

    /** Reports of a control that were not told again since the moment. */
    record Told(String control, Instant before) {}
}
