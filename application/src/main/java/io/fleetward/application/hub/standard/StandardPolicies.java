// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ControlSelection;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Holds accounts to exactly the standards and controls that a configuration policy names. Thread-safe. */
public final class StandardPolicies {
    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final ControlEvaluation evaluation;

    public StandardPolicies(StandardStores stores, ControlCatalog catalog, ControlEvaluation evaluation) {
        this.stores = stores;
        this.catalog = catalog;
        this.evaluation = evaluation;
    }

    /**
     * Holds the account to what is wanted; what it is held to already stays as it is.
     */
    public void hold(Tx tx, AccountRegion scope, Wanted wanted, Instant now) {
        var changed = new LinkedHashSet<SecurityControl>();
        changed.addAll(standards(tx, scope, wanted.standards(), now));
        Obligations held = Obligations.of(tx, stores, scope);
        for (Standard standard : wanted.standards()) {
            for (SecurityControl control : catalog.of(standard)) {
                boolean counts = wanted.controls().isEnabled(control.id());
                if (held.association(standard, control).isEnabled() != counts) {
                    String why = counts ? null : wanted.reason();
                    var association = new ControlAssociation(standard.path(), control.id(), counts, why, now);
                    stores.settings().put(tx, scope, association);
                    changed.add(control);
                }
            }
        }
        changed.addAll(parameters(tx, scope, wanted, held));
        evaluation.judgeAll(tx, scope, changed);
    }

    /**
     * What an account is to be held to.
     *
     * @param reason what to say of controls that are disabled or demand something else
     */
    public record Wanted(List<Standard> standards, ControlSelection controls, String reason) {
        /** What the policy of this name says, which enables hubs. */
        public static Wanted of(String policy, HubPolicy settings) {
            ControlSelection controls = Objects.requireNonNull(settings.controls());
            return new Wanted(settings.standards(), controls, "Configuration policy " + policy);
        }
    }

    private Set<SecurityControl> standards(Tx tx, AccountRegion scope, List<Standard> wanted, Instant now) {
        var changed = new LinkedHashSet<SecurityControl>();
        List<Standard> held = Obligations.of(tx, stores, scope).standards();
        for (Standard standard : held) {
            if (!wanted.contains(standard)) {
                stores.subscriptions().remove(tx, scope, standard.path());
                stores.settings().removeAssociations(tx, scope, standard.path());
                changed.addAll(catalog.of(standard));
            }
        }
        for (Standard standard : wanted) {
            if (!held.contains(standard)) {
                stores.subscriptions().put(tx, scope, new StandardSubscription(standard.path(), now, now));
                changed.addAll(catalog.of(standard));
            }
        }
        return changed;
    }

    private Set<SecurityControl> parameters(Tx tx, AccountRegion scope, Wanted wanted, Obligations held) {
        var changed = new LinkedHashSet<SecurityControl>();
        for (SecurityControl control : catalog.all()) {
            TagRequirement tags = wanted.controls().tags(control.id());
            ControlCustomization customized = held.customization(control);
            if (!Objects.equals(tags, customized == null ? null : customized.tags())) {
                stores.settings().put(tx, scope, new ControlCustomization(control.id(), tags, wanted.reason()));
                changed.add(control);
            }
        }
        return changed;
    }
}
