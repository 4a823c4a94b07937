// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.Answer;
import io.fleetward.policy.analysis.Bypass;
import io.fleetward.policy.analysis.MqttWildcards;
import io.fleetward.policy.analysis.Witness;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Position;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.evaluate.StatementTrace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What shows the fault of a policy, as additional info of the policy: requests that are allowed, by resource and
 * circumstances, or why no request is known; and where the statements begin that are to blame.
 */
final class WitnessInfo {
    private static final String WITNESS = "WITNESS_";
    private static final String STATEMENTS = "STATEMENTS";
    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    private final NamedPolicy policy;
    private final TreeMap<String, String> info = new TreeMap<>();

    private WitnessInfo(NamedPolicy policy) {
        this.policy = policy;
    }

    /** One request for each action, and the statements that allow them. */
    static Map<String, String> of(NamedPolicy policy, SequencedMap<DeviceAction, Answer<Witness>> answers) {
        var own = new WitnessInfo(policy);
        answers.forEach((action, answer) -> {
            switch (answer) {
                case Answer.Example<Witness>(Witness witness) -> own.put(action.name(), witness);
                case Answer.Undecided<Witness>(Answer.Cause cause) -> own.put(action.name(), cause);
                case Answer.None<Witness> _ -> {}
            }
        });
        own.blame(answers.values().stream()
                .flatMap(answer -> answer instanceof Answer.Example<Witness>(Witness witness)
                        ? own.applying(witness, Effect.ALLOW)
                        : Stream.of()));
        return own.info;
    }

    /** The filter that can be subscribed to, the topic that cannot, and the statements that deny the topic. */
    static Map<String, String> of(NamedPolicy policy, Answer<Bypass> answer) {
        var own = new WitnessInfo(policy);
        switch (answer) {
            case Answer.Example<Bypass>(Bypass bypass) -> {
                own.put("FILTER", bypass.filter());
                own.info.put(WITNESS + "TOPIC", bypass.reception().resource());
                own.blame(own.applying(bypass.topic(), Effect.DENY));
            }
            case Answer.Undecided<Bypass>(Answer.Cause cause) -> own.put("FILTER", cause);
            case Answer.None<Bypass> _ -> {}
        }
        return own.info;
    }

    /** The first of these resources as written, and the statements of all of them. */
    static Map<String, String> of(NamedPolicy policy, List<MqttWildcards.Denied> denied) {
        var own = new WitnessInfo(policy);
        own.info.put("DENIED_RESOURCE", denied.getFirst().resource());
        own.blame(denied.stream().map(MqttWildcards.Denied::statement));
        return own.info;
    }

    private void put(String name, Witness witness) {
        info.put(WITNESS + name, witness.resource());
        info.put(WITNESS + name + "_CONTEXT", witness.circumstances());
    }

    private void put(String name, Answer.Cause cause) {
        info.put(WITNESS + name, cause.name());
    }

    /** Line and column of each statement, as compilers write them. */
    private void blame(Stream<Statement> statements) {
        String places = statements
                .map(Statement::position)
                .distinct()
                .sorted(ORDER)
                .map(position -> position.line() + ":" + position.column())
                .collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            info.put(STATEMENTS, places);
        }
    }

    private Stream<Statement> applying(Witness witness, Effect effect) {
        return PolicyEngine.decide(List.of(policy), witness.request()).trace().stream()
                .filter(trace -> trace.applies(effect))
                .map(StatementTrace::statement);
    }
}
