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
 */
final class PolicyAnalysisBench implements Benchmark {
    private static final int POLICIES = 4_000;
    private static final int HOSTILE = 100;
    private static final int ROUNDS = 7;

    /** The rounds after which the compilers have finished. */
    private static final int WARM_UP = 3;

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
        long seed = Long.parseLong(context.option("--seed", "20261128"));
        var corpus = new PolicyCorpus(seed);
        List<NamedPolicy> policies = corpus.policies(POLICIES);
        List<NamedPolicy> hostile = corpus.hostile(HOSTILE);
        double[] medians = new double[ROUNDS - WARM_UP];
        double[] tails = new double[ROUNDS - WARM_UP];
        double[] worst = new double[ROUNDS - WARM_UP];
        for (int round = 0; round < ROUNDS; round++) {
            Sample usual = measure(policies);
            Sample worse = measure(hostile);
            context.say("%d policies: p50 %.3f ms, p99 %.3f ms, longest %.3f ms; %d faulty, %d undecided"
                    .formatted(
                            policies.size(),
                            usual.percentile(50),
                            usual.percentile(99),
                            usual.percentile(100),
                            usual.faulty,
                            usual.undecided));
            context.say("%d hostile policies: p50 %.3f ms, longest %.3f ms; %d undecided"
                    .formatted(hostile.size(), worse.percentile(50), worse.percentile(100), worse.undecided));
            if (round >= WARM_UP) {
                medians[round - WARM_UP] = usual.percentile(50);
                tails[round - WARM_UP] = usual.percentile(99);
                worst[round - WARM_UP] = worse.percentile(100);
            }
        }
        return new Result()
                .put("p50_ms", Percentiles.of(medians, 50))
                .put("p99_ms", Percentiles.of(tails, 50))
                .put("hostile_worst_ms", Percentiles.of(worst, 100));
    }

    private Sample measure(List<NamedPolicy> policies) {
        var sample = new Sample(policies.size());
        for (NamedPolicy policy : policies) {
            List<NamedPolicy> alone = List.of(policy);
            long start = System.nanoTime();
            var broad = access.in(alone);
            var bypass = denials.in(alone);
            var wildcards = MqttWildcards.denied(policy.document());
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            boolean isFaulty = !broad.isEmpty() || bypass.isPossible() || !wildcards.isEmpty();
            boolean isUndecided = bypass instanceof Answer.Undecided
                    || broad.values().stream().anyMatch(Answer.Undecided.class::isInstance);
            sample.add(millis, isFaulty, isUndecided);
        }
        return sample;
    }

    /** How long each policy took, how many are faulty, and of how many something could not be found out. */
    private static final class Sample {
        private final double[] millis;
        private int size;
        private int faulty;
        private int undecided;

        Sample(int policies) {
            millis = new double[policies];
        }

        void add(double took, boolean isFaulty, boolean isUndecided) {
            millis[size++] = took;
            faulty += isFaulty ? 1 : 0;
            undecided += isUndecided ? 1 : 0;
        }

        double percentile(double percent) {
            return Percentiles.of(millis, percent);
        }
    }
}
