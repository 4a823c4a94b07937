// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.Answer;
import io.fleetward.policy.analysis.BroadAccess;
import io.fleetward.policy.analysis.BypassedDenials;
import io.fleetward.policy.analysis.MqttWildcards;
import java.util.List;

/**
 * How long it takes to judge one policy and to make up the requests that show its faults: what the two checks of
 * policies do in an audit.
 *
 * <p>A policy takes what it takes in the median of several rounds; percentiles are over the policies.
 */
final class PolicyAnalysisBench implements Benchmark {
    private static final int POLICIES = 4_000;
    private static final int HOSTILE = 100;

    /** The rounds after which the compilers have finished. */
    private static final int WARM_UP = 3;

    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final BroadAccess access = new BroadAccess(PolicyCorpus.SCOPE);
    private final BypassedDenials denials = new BypassedDenials(PolicyCorpus.SCOPE);

    @Override
    public String name() {
        return "policy-analysis";
    }

    @Override
    public String purpose() {
        return "verdicts and witnesses of both policy checks, per policy; the worst of hostile policies";
    }

    @Override
    public Result run(BenchContext context) {
        var corpus = new PolicyCorpus(Long.parseLong(context.option("--seed", "20261128")));
        double[] usual = measure(context, "policies", corpus.policies(POLICIES));
        double[] hostile = measure(context, "hostile policies", corpus.hostile(HOSTILE));
        return new Result()
                .put("p50_ms", Percentiles.of(usual, 50))
                .put("p99_ms", Percentiles.of(usual, 99))
                .put("hostile_worst_ms", Percentiles.of(hostile, 100));
    }

    /** What each policy takes, in milliseconds. */
    private double[] measure(BenchContext context, String kind, List<NamedPolicy> policies) {
        double[][] rounds = new double[policies.size()][ROUNDS];
        int faulty = 0;
        int undecided = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            faulty = 0;
            undecided = 0;
            for (int i = 0; i < policies.size(); i++) {
                long start = System.nanoTime();
                Verdict verdict = judge(policies.get(i));
                rounds[i][Math.max(round, 0)] = (System.nanoTime() - start) / NANOS_PER_MILLI;
                faulty += verdict == Verdict.SOUND ? 0 : 1;
                undecided += verdict == Verdict.UNDECIDED ? 1 : 0;
            }
        }
        double[] millis = new double[rounds.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = Percentiles.of(rounds[i], 50);
        }
        context.say("%d %s, %d of them faulty, %d of these undecided: p50 %.3f ms, p99 %.3f ms, longest %.3f ms"
                .formatted(
                        millis.length,
                        kind,
                        faulty,
                        undecided,
                        Percentiles.of(millis, 50),
                        Percentiles.of(millis, 99),
                        Percentiles.of(millis, 100)));
        return millis;
    }

    private enum Verdict {
        SOUND,
        FAULTY,
        UNDECIDED
    }

    private Verdict judge(NamedPolicy policy) {
        var broad = access.in(List.of(policy));
        var bypass = denials.in(List.of(policy));
        var wildcards = MqttWildcards.denied(policy.document());
        if (bypass instanceof Answer.Undecided
                || broad.values().stream().anyMatch(Answer.Undecided.class::isInstance)) {
            return Verdict.UNDECIDED;
        }
        return broad.isEmpty() && !bypass.isPossible() && wildcards.isEmpty() ? Verdict.SOUND : Verdict.FAULTY;
    }
}
