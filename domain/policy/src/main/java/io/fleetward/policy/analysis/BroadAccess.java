// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.NameForm;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Finds the data-plane actions that policies allow on the resources of any other device (audit, IoT policy overly
 * permissive).
 *
 * <p>Which other device is left open: its name is a stranger to the policies, so that a wildcard must stand for it, and
 * denials of single names take nothing back. A wildcard after a specific prefix is therefore no broad access. Variables
 * have the values of the device that asks; when it asks to connect, its client id is the stranger's name. Statements
 * that let a client connect only if it is attached to its thing are accepted. Immutable.
 */
public final class BroadAccess {
    /** The inspected actions in the order in which they are reported; {@code iot:Receive} follows from Subscribe. */
    private static final List<DeviceAction> INSPECTED = List.of(
            DeviceAction.SUBSCRIBE,
            DeviceAction.CONNECT,
            DeviceAction.GET_THING_SHADOW,
            DeviceAction.DELETE_THING_SHADOW,
            DeviceAction.UPDATE_THING_SHADOW,
            DeviceAction.PUBLISH,
            DeviceAction.RETAIN_PUBLISH,
            DeviceAction.DESCRIBE_JOB_EXECUTION,
            DeviceAction.GET_PENDING_JOB_EXECUTIONS,
            DeviceAction.START_NEXT_PENDING_JOB_EXECUTION,
            DeviceAction.UPDATE_JOB_EXECUTION);

    private final AccountRegion scope;

    /** @param scope whose resources are meant; ARNs of other accounts and regions match nothing */
    public BroadAccess(AccountRegion scope) {
        this.scope = scope;
    }

    /**
     * The actions for which broad access is not ruled out, with the reason, in the order in which they are reported.
     *
     * @param policies those that apply together
     */
    public SequencedMap<DeviceAction, Answer<Witness>> in(List<NamedPolicy> policies) {
        var inspection = new Inspection(scope, policies);
        var broad = new LinkedHashMap<DeviceAction, Answer<Witness>>();
        for (DeviceAction action : INSPECTED) {
            boolean isImplied = action == DeviceAction.RETAIN_PUBLISH && broad.containsKey(DeviceAction.PUBLISH);
            Answer<Witness> answer = isImplied ? new Answer.None<>() : inspection.of(action);
            if (answer.isPossible()) {
                broad.put(action, answer);
            }
        }
        return broad;
    }

    /** One set of policies, action by action; what holds for one action is not worked out again for its like. */
    private static final class Inspection {
        /** What makes actions alike: they are about the same names, and the same statements speak of them. */
        private record Likeness(String resourceType, NameForm names, List<PlacedStatement> statements) {}

        private final AccountRegion scope;
        private final List<NamedPolicy> policies;
        /** Enough for a device with a thing and one without, of which each may be asked about. */
        private final Budget budget = new Budget(2 * Effort.PER_QUESTION);

        private final Map<Likeness, Answer<Witness>> known = new HashMap<>();

        Inspection(AccountRegion scope, List<NamedPolicy> policies) {
            this.scope = scope;
            this.policies = policies;
        }

        Answer<Witness> of(DeviceAction action) {
            List<PlacedStatement> statements = PlacedStatement.about(action, policies).stream()
                    .filter(source -> action != DeviceAction.CONNECT || !Attachment.isGrantedByIt(source.statement()))
                    .toList();
            if (statements.stream().noneMatch(source -> source.statement().effect() == Effect.ALLOW)) {
                return new Answer.None<>();
            }
            var likeness = new Likeness(action.resourceType(), Territory.names(action), statements);
            Answer<Witness> same = known.computeIfAbsent(
                    likeness, _ -> StrangersResources.ask(scope, action, policies, statements, budget));
            return switch (same) {
                case Answer.Example<Witness>(Witness witness) -> new Answer.Example<>(witness.insteadFor(action));
                case Answer.None<Witness> _, Answer.Undecided<Witness> _ -> same;
            };
        }
    }
}
