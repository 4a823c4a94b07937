// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which standards controls count, and switches them there.
 *
 * <p>Thread-safe (hub, standards and controls). Only the standards that the account is held to are told of.
 */
public final class AssociationAdministration {
    private static final int MAX_BATCH = 100;

    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final ControlEvaluation evaluation;

    public AssociationAdministration(StandardStores stores, ControlCatalog catalog, ControlEvaluation evaluation) {
        this.stores = stores;
        this.catalog = catalog;
        this.evaluation = evaluation;
    }

    /** A control within a standard. */
    public record Membership(Standard standard, SecurityControl control, ControlAssociation association) {}

    /** A control and a standard, as a client names them. */
    public record MembershipId(String controlId, String standardsArn) {}

    /**
     * What to make of a control in a standard.
     *
     * @param reason why; needed for disabling
     */
    public record Switch(
            MembershipId id, boolean isEnabled, @Nullable String reason) {}

    /** The control in each standard that the account is held to; the keyset is the standard's path. */
    public Page<Membership> ofControl(CallContext context, String controlId, PageRequest page) {
        AccountRegion scope = context.scope();
        List<Membership> memberships = stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            SecurityControl control = catalog.find(scope, controlId);
            if (control == null) {
                throw HubRefusals.invalid(
                        "SecurityControlId", "data.SecurityControlId should be the id of a security control");
            }
            Obligations obligations = Obligations.of(tx, stores, scope);
            return obligations.standards().stream()
                    .filter(standard -> catalog.of(standard).contains(control))
                    .map(standard -> membership(obligations, standard, control))
                    .toList();
        });
        return Listing.page(memberships, membership -> membership.standard().path(), page);
    }

    /** The controls of a standard that the account is held to; the keyset is the control's id. */
    public Page<Membership> ofSubscription(CallContext context, String subscriptionArn, PageRequest page) {
        AccountRegion scope = context.scope();
        List<Membership> memberships = stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            Standard standard = Standards.findBySubscription(scope, subscriptionArn);
            Obligations obligations = Obligations.of(tx, stores, scope);
            if (standard == null || !obligations.includes(standard)) {
                throw HubRefusals.notFound();
            }
            return catalog.of(standard).stream()
                    .map(control -> membership(obligations, standard, control))
                    .toList();
        });
        return Listing.page(memberships, membership -> membership.control().id(), page);
    }

    /** These controls in these standards. */
    public BatchResult<Membership, MembershipId> find(CallContext context, List<MembershipId> ids) {
        Listing.requireBatch("StandardsControlAssociationIds", ids, MAX_BATCH);
        return stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Obligations obligations = Obligations.of(tx, stores, context.scope());
            var result = new BatchResult<Membership, MembershipId>();
            for (MembershipId id : ids) {
                Membership found = find(context.scope(), obligations, id);
                if (found == null) {
                    result.refuse(id, Unprocessed.Code.NOT_FOUND, notFound(id));
                } else {
                    result.add(found);
                }
            }
            return result;
        });
    }

    /** Switches controls; findings of those that count no more are withdrawn. */
    public BatchResult<Membership, Switch> change(CallContext context, List<Switch> switches) {
        Listing.requireBatch("StandardsControlAssociationUpdates", switches, MAX_BATCH);
        AccountRegion scope = context.scope();
        return stores.transactions().write(tx -> {
            stores.requireSelfManaged(tx, scope);
            Obligations obligations = Obligations.of(tx, stores, scope);
            var result = new BatchResult<Membership, Switch>();
            for (Switch wanted : switches) {
                Membership found = find(scope, obligations, wanted.id());
                if (found == null) {
                    result.refuse(wanted, Unprocessed.Code.NOT_FOUND, notFound(wanted.id()));
                } else if (lacksReason(wanted.isEnabled(), wanted.reason())) {
                    result.refuse(
                            wanted,
                            Unprocessed.Code.INVALID_INPUT,
                            "UpdatedReason is needed to disable a control in a standard");
                } else {
                    result.add(found);
                    put(tx, scope, found, wanted.isEnabled(), wanted.reason(), context.at());
                }
            }
            evaluation.judgeAll(tx, scope, changed(result.results()));
            return result;
        });
    }

    /** Switches the control that is named by the ARN it has within a standard. */
    public void change(CallContext context, String standardsControlArn, boolean isEnabled, @Nullable String reason) {
        AccountRegion scope = context.scope();
        stores.transactions().change(tx -> {
            stores.requireSelfManaged(tx, scope);
            Obligations obligations = Obligations.of(tx, stores, scope);
            Membership found = find(scope, obligations, standardsControlArn);
            if (found == null) {
                throw HubRefusals.notFound();
            }
            if (lacksReason(isEnabled, reason)) {
                throw HubRefusals.invalid(
                        "DisabledReason", "data should have required property 'DisabledReason' to disable a control");
            }
            put(tx, scope, found, isEnabled, reason, context.at());
            evaluation.judgeAll(tx, scope, List.of(found.control()));
        });
    }

    private void put(
            Tx tx, AccountRegion scope, Membership found, boolean isEnabled, @Nullable String reason, Instant now) {
        String why = isEnabled ? null : reason;
        stores.settings()
                .put(
                        tx,
                        scope,
                        new ControlAssociation(
                                found.standard().path(), found.control().id(), isEnabled, why, now));
    }

    private @Nullable Membership find(AccountRegion scope, Obligations obligations, MembershipId id) {
        Standard standard = Standards.findByArn(scope.region(), id.standardsArn());
        SecurityControl control = catalog.find(scope, id.controlId());
        if (standard == null || control == null || !obligations.includes(standard)) {
            return null;
        }
        return membership(obligations, standard, control);
    }

    private @Nullable Membership find(AccountRegion scope, Obligations obligations, String standardsControlArn) {
        for (Standard standard : obligations.standards()) {
            for (SecurityControl control : catalog.of(standard)) {
                if (standard.controlArn(scope, control.id()).equals(standardsControlArn)) {
                    return membership(obligations, standard, control);
                }
            }
        }
        return null;
    }

    private static Membership membership(Obligations obligations, Standard standard, SecurityControl control) {
        return new Membership(standard, control, obligations.association(standard, control));
    }

    private static List<SecurityControl> changed(List<Membership> memberships) {
        var controls = new ArrayList<SecurityControl>();
        memberships.forEach(membership -> controls.add(membership.control()));
        return controls.stream().distinct().toList();
    }

    private static boolean lacksReason(boolean isEnabled, @Nullable String reason) {
        return !isEnabled && (reason == null || reason.isBlank());
    }

    private static String notFound(MembershipId id) {
        return "The account is held to no standard " + id.standardsArn() + " with a control " + id.controlId();
    }
}
