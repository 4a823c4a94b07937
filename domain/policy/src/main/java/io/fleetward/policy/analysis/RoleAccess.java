// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a role may do according to its IAM policies (audit, role aliases and Cognito roles).
 *
 * <p>IAM policies have the form of IoT policies and speak of the actions of any service; read them with {@link
 * io.fleetward.policy.document.PolicyDocument#parse(String, int)} and {@link #LONGEST_POLICY}. Conditions are taken to
 * come out such that more is allowed. Answers show an action, in lower case, and a resource that the policies allow;
 * {@code *} in them means any. Maps hold what is not ruled out, with the reason. Immutable.
 */
public final class RoleAccess {
    /** Most characters, not counting whitespace, of a policy of a role in IAM. */
    public static final int LONGEST_POLICY = 10_240;

    /** Services that watch over an account, or decide who may do what in it. */
    public static final List<String> SECURITY_AUDITING =
            List.of("iam", "cloudtrail", "guardduty", "inspector", "trustedadvisor");

    /** Stands for services that no policy names. */
    public static final String ANY_SERVICE = "*";

    /** Actions that are about no resource in particular are asked for with {@code *} for a resource. */
    private static final List<List<Token>> ANY_RESOURCE = List.of(Tokens.text("*"), Tokens.wildcards("*"));

    private final AccountRegion scope;
    private final List<NamedPolicy> policies;
    private final List<PlacedStatement> statements;
    private final List<List<Token>> anyThing;

    /**
     * @param scope whose things are meant
     * @param policies all policies of the role
     */
    public RoleAccess(AccountRegion scope, List<NamedPolicy> policies) {
        this.scope = scope;
        this.policies = List.copyOf(policies);
        statements = PlacedStatement.of(policies).toList();
        anyThing = List.of(Tokens.topics(scope.arn("iot", "thing/~").toString()));
    }

    /** Which of these services the role may use as a whole, whatever the action, on some resource. */
    public SequencedMap<String, Answer<Grant>> wholeServices(Collection<String> services) {
        return each(services, service -> find(Tokens.topics(lowerCase(service) + ":~"), List.of(), ANY_RESOURCE));
    }

    /** Which of these services the role may use at all. */
    public SequencedMap<String, Answer<Grant>> services(Collection<String> services) {
        return each(services, service -> find(matching(service + ":*"), List.of(), ANY_RESOURCE));
    }

    /**
     * Which services other than these the role may use at all: those that policies name, and {@link #ANY_SERVICE} when
     * they allow others by wildcards.
     */
    public SequencedMap<String, Answer<Grant>> servicesBut(Collection<String> used) {
        List<String> named = statements.stream()
                .flatMap(source -> source.statement().actions().patterns().stream())
                .map(pattern -> lowerCase(pattern.text().split(":", 2)[0]))
                .filter(service -> service.indexOf('*') < 0 && service.indexOf('?') < 0)
                .distinct()
                .filter(service -> used.stream().noneMatch(service::equalsIgnoreCase))
                .toList();
        SequencedMap<String, Answer<Grant>> unused = services(named);
        List<String> looked = Stream.concat(used.stream(), named.stream())
                .map(service -> service + ":*")
                .toList();
        Answer<Grant> others = find(matching("?*:?*"), looked, ANY_RESOURCE);
        if (others.isPossible()) {
            unused.put(ANY_SERVICE, others);
        }
        return unused;
    }

    /** Which of these actions the role may do on some resource. */
    public SequencedMap<String, Answer<Grant>> onSomeResource(Collection<String> actions) {
        return each(actions, action -> find(matching(action), List.of(), ANY_RESOURCE));
    }

    /** Which of these actions the role may do on a thing of which its policies know nothing. */
    public SequencedMap<String, Answer<Grant>> onAnyThing(Collection<String> actions) {
        return each(actions, action -> find(matching(action), List.of(), anyThing));
    }

    /** Something in the service {@code iot} that is neither about things nor about data. */
    public Answer<Grant> otherIotActions() {
        return find(matching(IotActions.ALL), IotActions.aboutThings(), ANY_RESOURCE);
    }

    /** The data-plane actions that the role may do for any device. */
    public SequencedMap<DeviceAction, Answer<Witness>> dataPlane() {
        return new BroadAccess(scope).in(policies);
    }

    private Answer<Grant> find(List<Token> actions, List<String> but, List<List<Token>> resources) {
        return new GrantSearch(statements, resources, new Budget(Effort.PER_QUESTION)).find(actions, but);
    }

    private static SequencedMap<String, Answer<Grant>> each(
            Collection<String> names, Function<String, Answer<Grant>> question) {
        var answers = new LinkedHashMap<String, Answer<Grant>>();
        for (String name : names) {
            Answer<Grant> answer = question.apply(name);
            if (answer.isPossible()) {
                answers.put(name, answer);
            }
        }
        return answers;
    }

    private static List<Token> matching(String pattern) {
        return Tokens.wildcards(lowerCase(pattern));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
