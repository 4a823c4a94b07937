// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Selections;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.match.Track;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.Template;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a filter that may be subscribed to and selects a topic that may not, but may be received. Confined to one
 * thread.
 */
final class Subscriptions implements Inquiry.Question<Bypass> {
    private static final String TYPE = ":" + DeviceAction.SUBSCRIBE.resourceType();
    private static final List<Token> SHARED = Tokens.wildcards("$share/*");

    private final AccountRegion scope;
    private final List<NamedPolicy> policies;
    private final Draft device;
    private final Clauses ofFilters;
    private final Clauses ofTopics;
    private final Clauses ofMessages;
    private final BitSet shared = new BitSet();
    private final Search search;

    private Subscriptions(
            AccountRegion scope,
            List<NamedPolicy> policies,
            List<PlacedStatement> subscribe,
            List<PlacedStatement> receive,
            Draft device) {
        this.scope = scope;
        this.policies = policies;
        this.device = device;
        var automaton = new AutomatonBuilder();
        var variables = new Variables.OfOneDevice(device.context(), false);
        ofFilters = new ClauseReader(automaton, variables, Subscriptions::hasWildcard).read(subscribe);
        ofTopics = new ClauseReader(automaton, variables).read(subscribe);
        ofMessages = new ClauseReader(automaton, variables).read(receive);
        shared.set(automaton.add(SHARED));
        search = new Search(automaton.build(), new Selections(false), tapes(), vital());
    }

    /**
     * The answer.
     *
     * @param policies those that apply together
     */
    static Answer<Bypass> ask(AccountRegion scope, List<NamedPolicy> policies, Budget budget) {
        List<PlacedStatement> subscribe = PlacedStatement.about(DeviceAction.SUBSCRIBE, policies);
        List<PlacedStatement> receive = PlacedStatement.about(DeviceAction.RECEIVE, policies);
        List<PlacedStatement> both =
                Stream.concat(subscribe.stream(), receive.stream()).toList();
        return Answer.ofAny(Device.askingWithAndWithoutThing(DeviceAction.SUBSCRIBE, both)
                .map(device -> new Subscriptions(scope, policies, subscribe, receive, device))
                .map(question -> new Inquiry<>(question, budget).ask(question.search)));
    }

    @Override
    public Draft device() {
        return device;
    }

    @Override
    public Stream<Atom> atoms(BitSet matched) {
        return Stream.of(ofFilters, ofTopics, ofMessages).flatMap(clauses -> clauses.atoms(matched));
    }

    @Override
    public boolean isMet(BitSet matched, Set<Atom> truths) {
        return !matched.intersects(shared)
                && ofFilters.outcome(matched, truths).isAllowed()
                && ofTopics.outcome(matched, truths) == Outcome.EXPLICIT_DENY
                && ofMessages.outcome(matched, truths).isAllowed();
    }

    @Override
    public @Nullable Bypass confirm(Reading reading, List<Atom> relevant, Set<Atom> truths) {
        Draft draft = Circumstances.complete(device, relevant, truths);
        if (draft == null) {
            return null;
        }
        String topic = reading.word().text(Track.NAME, "");
        var bypass = new Bypass(
                witness(DeviceAction.SUBSCRIBE, reading.word().text(Track.FILTER, ""), draft),
                witness(DeviceAction.SUBSCRIBE, topic, draft),
                witness(DeviceAction.RECEIVE, topic, draft));
        boolean isConfirmed = outcome(bypass.filter()).isAllowed()
                && outcome(bypass.topic()) == Outcome.EXPLICIT_DENY
                && outcome(bypass.reception()).isAllowed();
        return isConfirmed ? bypass : null;
    }

    private Witness witness(DeviceAction action, String name, Draft draft) {
        return new Witness(action, action.resource(scope, name), draft.keys());
    }

    private Outcome outcome(Witness witness) {
        return PolicyEngine.decide(policies, witness.request()).outcome();
    }

    private List<Search.Tape> tapes() {
        String subscribe = DeviceAction.SUBSCRIBE.resource(scope, "");
        return List.of(
                new Search.Tape(ofFilters.patterns(), Track.FILTER, subscribe),
                new Search.Tape(ofTopics.patterns(), Track.NAME, subscribe),
                new Search.Tape(ofMessages.patterns(), Track.NAME, DeviceAction.RECEIVE.resource(scope, "")),
                new Search.Tape(shared, Track.NAME, ""));
    }

    private List<BitSet> vital() {
        return Stream.of(ofFilters.vital(Effect.ALLOW), ofTopics.vital(Effect.DENY), ofMessages.vital(Effect.ALLOW))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether a wildcard of policies stands where the pattern names filters. */
    private static boolean hasWildcard(WildcardPattern pattern) {
        String plain = pattern.template().parts().stream()
                .filter(Template.Plain.class::isInstance)
                .map(part -> ((Template.Plain) part).text())
                .collect(Collectors.joining());
        int type = plain.indexOf(TYPE);
        String filters = type < 0 ? plain : plain.substring(type);
        return filters.indexOf('*') >= 0 || filters.indexOf('?') >= 0;
    }
}
