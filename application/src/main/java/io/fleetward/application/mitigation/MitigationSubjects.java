// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.TaskKind;
import java.util.ArrayList;
import java.util.List;

/** What orders of every kind are about. Thread-safe. */
public record MitigationSubjects(SubjectSource findings, SubjectSource violations) {
    /** The source of subjects of this kind. */
    SubjectSource of(TaskKind kind) {
        return switch (kind) {
            case AUDIT -> findings;
            case DETECT -> violations;
        };
    }

    /** The actions of an order that can be carried out, as they are now; refuses any other. */
    List<ActionDefinition> require(Tx tx, MitigationActions actions, AccountRegion scope, MitigationOrder order) {
        SubjectSource source = of(order.kind());
        source.requireTarget(tx, scope, order);
        var definitions = new ArrayList<ActionDefinition>();
        for (String name : order.actionNames()) {
            MitigationAction action = actions.find(tx, scope, name);
            if (action == null) {
                throw invalid("There is no mitigation action " + name);
            }
            source.requireApplicable(tx, scope, order, action.definition());
            definitions.add(action.definition());
        }
        return definitions;
    }
}
