// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an account is held to at present.
 *
 * <p>Immutable. A control counts in every standard that the account is held to, unless somebody disabled it there.
 */
record Obligations(
        List<StandardSubscription> subscriptions,
        List<ControlAssociation> switched,
        List<ControlCustomization> customized) {

    static Obligations of(Tx tx, StandardStores stores, AccountRegion scope) {
        return new Obligations(
                stores.subscriptions().of(tx, scope),
                stores.settings().associations(tx, scope),
                stores.settings().customizations(tx, scope));
    }

    /** The standards, by path. */
    List<Standard> standards() {
        return subscriptions.stream()
                .map(subscription -> Standards.find(subscription.standard()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the account is held to the standard. */
    boolean includes(Standard standard) {
        return standards().contains(standard);
    }

    /** Whether and since when the control counts in the standard, to which the account must be held. */
    ControlAssociation association(Standard standard, SecurityControl control) {
        return switched.stream()
                .filter(association -> association.standard().equals(standard.path())
                        && association.control().equals(control.id()))
                .findFirst()
                .orElseGet(() -> unswitched(standard, control));
    }

    /** The first standard in which the control counts, null when it counts in none. */
    @Nullable
    Standard standardOf(SecurityControl control, ControlCatalog catalog) {
        return standards().stream()
                .filter(standard -> catalog.of(standard).contains(control))
                .filter(standard -> association(standard, control).isEnabled())
                .findFirst()
                .orElse(null);
    }

    /** What the account changed about the control, null when nothing. */
    @Nullable
    ControlCustomization customization(SecurityControl control) {
        return customized.stream()
                .filter(customization -> customization.control().equals(control.id()))
                .findFirst()
                .orElse(null);
    }

    /** The tags that the control demands. */
    TagRequirement tags(SecurityControl control) {
        ControlCustomization customization = customization(control);
        TagRequirement tags = customization == null ? null : customization.tags();
        return tags == null ? TagRequirement.ANY : tags;
    }

    private ControlAssociation unswitched(Standard standard, SecurityControl control) {
        StandardSubscription subscription = subscriptions.stream()
                .filter(held -> held.standard().equals(standard.path()))
                .findFirst()
                .orElseThrow();
        return new ControlAssociation(standard.path(), control.id(), true, null, subscription.enabledAt());
    }
}
