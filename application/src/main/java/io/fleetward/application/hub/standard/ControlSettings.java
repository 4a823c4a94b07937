// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** What accounts changed about controls. Thread-safe. */
public interface ControlSettings {
    /** The controls that somebody switched, by standard and control. */
    List<ControlAssociation> associations(Tx tx, AccountRegion scope);

    /** Inserts the association, or replaces the one of the same standard and control. */
    void put(Tx tx, AccountRegion scope, ControlAssociation association);

    /** Forgets what was switched in this standard. */
    void removeAssociations(Tx tx, AccountRegion scope, String standard);

    /** The controls that somebody customized, by control. */
    List<ControlCustomization> customizations(Tx tx, AccountRegion scope);

    /** Inserts the customization, or replaces the one of the same control. */
    void put(Tx tx, AccountRegion scope, ControlCustomization customization);
}
