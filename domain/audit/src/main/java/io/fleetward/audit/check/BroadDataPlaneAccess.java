// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.check.ProbeResources.Probe;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.condition.Comparison;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.condition.Quantifier;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decides which data-plane actions a policy allows on any device's resources (audit, IoT policy overly permissive).
 *
 * <p>Confined to one thread. A policy is asked about made-up devices, see {@link ProbeResources}, with variables that
 * stand for some other device's properties. Conditions do not narrow an Allow, except that Connect may require the
 * client to be attached to its thing; an unconditional Deny of the same document takes an Allow back.
 */
final class BroadDataPlaneAccess {
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

    /** What every known variable stands for: no resource of a probe. */
    private static final String SOMEBODY_ELSE = "somebody-else-3f9d";

    /** As many values as a certificate attribute can have. */
    private static final List<String> CERTIFICATE_VALUES = Collections.nCopies(5, SOMEBODY_ELSE);

    private static final String CERTIFICATE = "iot:certificate.";
    private static final List<String> KNOWN = List.of(
            "iot:connection.thing.",
            "iot:thing.",
            "iot:certificate",
            "iot:domainname",
            "aws:",
            "cognito-identity.amazonaws.com:");

    private final ProbeResources probes;

    BroadDataPlaneAccess(AccountRegion scope) {
        probes = new ProbeResources(scope);
    }

    /** The actions that the policy allows on any device's resources, in the order in which they are reported. */
    List<DeviceAction> in(PolicyDocument policy) {
        PolicyContext context = somebodyElse(policy);
        var broad = new ArrayList<DeviceAction>();
        for (DeviceAction action : INSPECTED) {
            boolean isImplied = action == DeviceAction.RETAIN_PUBLISH && broad.contains(DeviceAction.PUBLISH);
            if (!isImplied && isBroad(policy, action, context)) {
                broad.add(action);
            }
        }
        return broad;
    }

    private boolean isBroad(PolicyDocument policy, DeviceAction action, PolicyContext context) {
        List<Statement> relevant = policy.statements().stream()
                .filter(statement -> statement.actions().covers(action))
                .toList();
        if (relevant.stream().noneMatch(statement -> statement.effect() == Effect.ALLOW)) {
            return false;
        }
        PolicyContext first = connecting(action, context, ProbeResources.FIRST);
        PolicyContext second = connecting(action, context, ProbeResources.SECOND);
        for (Probe probe : probes.of(action)) {
            boolean isAllowed = relevant.stream()
                    .filter(statement -> isUnlimitedAllow(statement, action))
                    .anyMatch(statement -> statement.coversResource(probe.ofFirst(), first)
                            && statement.coversResource(probe.ofSecond(), second));
            if (isAllowed
                    && !isDenied(relevant, probe.ofFirst(), first)
                    && !isDenied(relevant, probe.ofSecond(), second)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnlimitedAllow(Statement statement, DeviceAction action) {
        return statement.effect() == Effect.ALLOW
                && !(action == DeviceAction.CONNECT
                        && statement.conditions().stream().anyMatch(BroadDataPlaneAccess::requiresAttachment));
    }

    private static boolean requiresAttachment(Condition condition) {
        return condition.operator().comparison() == Comparison.BOOL
                && condition.operator().quantifier() == Quantifier.NONE
                && condition.key().name().equalsIgnoreCase(ContextKeys.IS_ATTACHED)
                && condition.values().stream().map(Template::text).allMatch("true"::equalsIgnoreCase);
    }

    private static boolean isDenied(List<Statement> statements, String resource, PolicyContext context) {
        return statements.stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .filter(statement -> statement.conditions().isEmpty())
                .anyMatch(statement -> statement.coversResource(resource, context));
    }

    /** A client may choose its id freely, so that for Connect its variable matches whatever the client asks for. */
    private static PolicyContext connecting(DeviceAction action, PolicyContext context, String clientId) {
        return action == DeviceAction.CONNECT
                ? context.toBuilder().put(ContextKeys.CLIENT_ID, clientId).build()
                : context;
    }

    /** Defines every known variable that the policy's resources use; an unknown one stays undefined. */
    private static PolicyContext somebodyElse(PolicyDocument policy) {
        PolicyContext.Builder context = PolicyContext.builder().put(ContextKeys.CLIENT_ID, SOMEBODY_ELSE);
        policy.statements().stream()
                .flatMap(statement -> statement.resources().patterns().stream())
                .flatMap(pattern -> pattern.template().variables().stream())
                .map(variable -> variable.key().name())
                .filter(name -> KNOWN.stream().anyMatch(name::startsWith))
                .forEach(name ->
                        context.put(name, name.startsWith(CERTIFICATE) ? CERTIFICATE_VALUES : List.of(SOMEBODY_ELSE)));
        return context.build();
    }
}
