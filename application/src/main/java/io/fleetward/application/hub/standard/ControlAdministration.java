// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.identity.CallContext;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the controls that there are and has them demand something else. Thread-safe (hub, standards and controls). */
public final class ControlAdministration {
    private static final int MAX_BATCH = 100;

    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final ControlEvaluation evaluation;

    public ControlAdministration(StandardStores stores, ControlCatalog catalog, ControlEvaluation evaluation) {
        this.stores = stores;
        this.catalog = catalog;
        this.evaluation = evaluation;
    }

    /**
     * A control as an account has it.
     *
     * @param isEnabled whether it counts in any standard that the account is held to
     * @param customization null when the account changed nothing
     */
    public record ControlState(
            SecurityControl control,
            boolean isEnabled,
            @Nullable ControlCustomization customization) {
        /** The tags that it demands. */
        public TagRequirement tags() {
            return customization == null || customization.tags() == null ? TagRequirement.ANY : customization.tags();
        }

        /** Whether the account said which tags it is to demand. */
        public boolean isCustomized() {
            return customization != null && customization.tags() != null;
        }
    }

    /**
     * A parameter to set.
     *
     * @param isCustom whether to the value, not to what the control demands by itself
     * @param texts the value, null when there is none or it is no list of texts
     */
    public record ParameterChange(
            boolean isCustom, @Nullable List<String> texts) {}

    /** The controls of one standard, or of all when null; the keyset is the control's id. */
    public Page<SecurityControl> definitions(CallContext context, @Nullable String standardsArn, PageRequest page) {
        requireEnabled(context);
        return Listing.page(of(context.scope(), standardsArn), SecurityControl::id, page);
    }

    /** The control of this id or ARN. */
    public SecurityControl definition(CallContext context, String id) {
        requireEnabled(context);
        return require(context.scope(), id);
    }

    /** The controls of these ids or ARNs, as the account has them. */
    public BatchResult<ControlState, String> controls(CallContext context, List<String> ids) {
        Listing.requireBatch("SecurityControlIds", ids, MAX_BATCH);
        return stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Obligations obligations = Obligations.of(tx, stores, context.scope());
            var result = new BatchResult<ControlState, String>();
            for (String id : ids) {
                SecurityControl control = catalog.find(context.scope(), id);
                if (control == null) {
                    result.refuse(id, Unprocessed.Code.NOT_FOUND, "There is no such security control: " + id);
                } else {
                    result.add(state(obligations, control));
                }
            }
            return result;
        });
    }

    /**
     * Sets parameters of a control and has everything judged anew.
     *
     * <p>Deviation: a change holds as soon as the call returns, so that a control is never being updated.
     */
    public void update(
            CallContext context, String id, Map<String, ParameterChange> parameters, @Nullable String reason) {
        AccountRegion scope = context.scope();
        stores.transactions().change(tx -> {
            stores.requireSelfManaged(tx, scope);
            SecurityControl control = require(scope, id);
            if (parameters.isEmpty()) {
                throw HubRefusals.invalid("Parameters", "data.Parameters should NOT have fewer than 1 items");
            }
            for (Map.Entry<String, ParameterChange> change : parameters.entrySet()) {
                TagRequirement tags = ControlParameters.tags("Parameters", control, change);
                stores.settings().put(tx, scope, new ControlCustomization(control.id(), tags, reason));
            }
            evaluation.judgeAll(tx, scope, List.of(control));
        });
    }

    private ControlState state(Obligations obligations, SecurityControl control) {
        return new ControlState(
                control, obligations.standardOf(control, catalog) != null, obligations.customization(control));
    }

    private List<SecurityControl> of(AccountRegion scope, @Nullable String standardsArn) {
        if (standardsArn == null) {
            return catalog.all();
        }
        Standard standard = Standards.findByArn(scope.region(), standardsArn);
        if (standard == null) {
            throw HubRefusals.invalid(
                    "StandardsArn", "data.StandardsArn should be the ARN of a standard in this Region");
        }
        return catalog.of(standard);
    }

    private SecurityControl require(AccountRegion scope, String id) {
        SecurityControl control = catalog.find(scope, id);
        if (control == null) {
            throw HubRefusals.notFound();
        }
        return control;
    }

    private void requireEnabled(CallContext context) {
        stores.transactions().read(tx -> HubRefusals.requireEnabled(tx, stores.hubs(), context.scope()));
    }
}
