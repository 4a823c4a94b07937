// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.variable.PolicyContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides the requests of one connection quickly: everything that stays the same for its life is decided once, when
 * the authorizer is made. The answers are those of {@link PolicyEngine}.
 *
 * <p>Immutable, so free to be shared between threads. Holds little beyond references to the policies' own compiled
 * statements. A change of policies, thing or certificate needs a new authorizer.
 */
public final class Authorizer {
    /** A statement that can apply, with the conditions that depend on the moment. */
    private record Candidate(Statement statement, List<Condition> remaining) {}

    private final String prefix;
    private final PolicyContext context;
    private final List<Candidate> denials;
    private final List<Candidate> grants;
    private final boolean dependsOnTime;

    /**
     * @param policies those in force for the device
     * @param context what is known of the connection; the time of its requests is given with each of them
     */
    public Authorizer(AccountRegion scope, List<NamedPolicy> policies, PolicyContext context) {
        this.context = context;
        prefix = scope.arn("iot", "").toString();
        denials = candidates(policies, Effect.DENY);
        grants = candidates(policies, Effect.ALLOW);
        dependsOnTime = isTimely(denials) || isTimely(grants);
    }

    /**
     * May the device do this now?
     *
     * @param name the client id, topic, topic filter, thing name … that the action is about, without ARN
     */
    public Outcome decide(DeviceAction action, String name, Instant now) {
        String resource = action.resourceType().isEmpty() ? "*" : prefix + action.resourceType() + name;
        PolicyContext current = dependsOnTime ? context.at(now) : context;
        if (anyApplies(denials, action, resource, current)) {
            return Outcome.EXPLICIT_DENY;
        }
        return anyApplies(grants, action, resource, current) ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    /** Whether answers change with time alone; if not, they may be remembered for as long as this authorizer. */
    public boolean dependsOnTime() {
        return dependsOnTime;
    }

    private List<Candidate> candidates(List<NamedPolicy> policies, Effect effect) {
        var candidates = new ArrayList<Candidate>();
        for (NamedPolicy policy : policies) {
            for (Statement statement : policy.document().statements()) {
                Candidate candidate = statement.effect() == effect ? candidate(statement) : null;
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        return List.copyOf(candidates);
    }

    private @Nullable Candidate candidate(Statement statement) {
        var remaining = new ArrayList<Condition>();
        for (Condition condition : statement.conditions()) {
            if (condition.dependsOnTime()) {
                remaining.add(condition);
            } else if (!statement.holds(condition, context)) {
                return null;
            }
        }
        return new Candidate(statement, List.copyOf(remaining));
    }

    private static boolean isTimely(List<Candidate> candidates) {
        return candidates.stream()
                .anyMatch(candidate -> !candidate.remaining().isEmpty()
                        || candidate.statement().resources().dependsOnTime());
    }

    private static boolean anyApplies(
            List<Candidate> candidates, DeviceAction action, String resource, PolicyContext context) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (candidate.statement().actions().covers(action)
                    && candidate.statement().coversResource(resource, context)
                    && allHold(candidate, context)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allHold(Candidate candidate, PolicyContext context) {
        for (Condition condition : candidate.remaining()) {
            if (!candidate.statement().holds(condition, context)) {
                return false;
            }
        }
        return true;
    }
}
