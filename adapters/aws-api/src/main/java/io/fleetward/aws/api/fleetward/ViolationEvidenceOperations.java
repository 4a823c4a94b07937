// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.detect.ViolationReview;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.DescribeViolationEvidenceRequest;
import io.fleetward.aws.model.fleetward.DescribeViolationEvidenceResponse;
import io.fleetward.aws.model.fleetward.EvidenceExpectation;
import io.fleetward.aws.model.fleetward.EvidenceThreshold;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Explanation;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.evaluate.Yardstick;
import io.fleetward.detect.learned.Judgement;
import org.jspecify.annotations.Nullable;

/** Why violations were raised. Thread-safe. */
public final class ViolationEvidenceOperations implements FleetwardApi {
    private final ViolationReview review;

    public ViolationEvidenceOperations(ViolationReview review) {
        this.review = review;
    }

    @Override
    public DescribeViolationEvidenceResponse describeViolationEvidence(
            DescribeViolationEvidenceRequest request, CallContext context) {
        Violation violation = review.describe(context.scope(), request.violationId());
        var response = DescribeViolationEvidenceResponse.builder()
                .violationId(violation.id())
                .explanation(Explanation.of(violation));
        Evidence evidence = violation.evidence();
        if (evidence != null) {
            response.value(MetricValues.shown(evidence.value()))
                    .windowStart(evidence.from())
                    .windowEnd(evidence.to())
                    .threshold(threshold(evidence.yardstick()))
                    .expectation(expectation(evidence.yardstick()));
        }
        return response.build();
    }

    private static @Nullable EvidenceThreshold threshold(@Nullable Yardstick yardstick) {
        return yardstick instanceof Threshold threshold
                ? EvidenceThreshold.builder()
                        .statistic(threshold.statistic().wireName())
                        .value(threshold.value())
                        .populationSize(threshold.population())
                        .build()
                : null;
    }

    private static @Nullable EvidenceExpectation expectation(@Nullable Yardstick yardstick) {
        return yardstick instanceof Expectation(Judgement judgement, long version)
                ? EvidenceExpectation.builder()
                        .observed(judgement.observed())
                        .expectedLow(judgement.expectedLow())
                        .expectedHigh(judgement.expectedHigh())
                        .tailProbability(judgement.tailProbability())
                        .context(judgement.source().name())
                        .cause(judgement.cause().name())
                        .causeShare(judgement.share())
                        .modelVersion(version)
                        .modelRipeness(judgement.ripeness())
                        .build()
                : null;
    }
}
