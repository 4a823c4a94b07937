// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.hub.standard.StandardScores;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.ControlScore;
import io.fleetward.aws.model.fleetward.DescribeStandardScoresRequest;
import io.fleetward.aws.model.fleetward.DescribeStandardScoresResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.StandardScore;
import io.fleetward.hub.standard.ControlStatus;
import io.fleetward.hub.standard.Score;
import io.fleetward.kernel.AccountRegion;

/** How an account does by the standards that it is held to. Thread-safe. */
public final class StandardScoreOperations implements FleetwardApi {
    private final StandardScores scores;

    public StandardScoreOperations(StandardScores scores) {
        this.scores = scores;
    }

    @Override
    public DescribeStandardScoresResponse describeStandardScores(
            DescribeStandardScoresRequest request, CallContext context) {
        StandardScores.Scores now = scores.of(context);
        return DescribeStandardScoresResponse.builder()
                .overallScore(now.overall().percent())
                .standards(now.standards().stream()
                        .map(standard -> shown(context.scope(), standard))
                        .toList())
                .controls(now.controls().stream()
                        .map(control -> shown(context.scope(), control))
                        .toList())
                .build();
    }

    private static StandardScore shown(AccountRegion scope, StandardScores.StandardScore standard) {
        Score score = standard.score();
        return StandardScore.builder()
                .standardsArn(standard.standard().arn(scope.region()))
                .score(score.percent())
                .passed(score.count(ControlStatus.PASSED))
                .failed(score.count(ControlStatus.FAILED))
                .unknown(score.count(ControlStatus.UNKNOWN))
                .noData(score.count(ControlStatus.NO_DATA))
                .disabled(score.count(ControlStatus.DISABLED))
                .build();
    }

    private static ControlScore shown(AccountRegion scope, StandardScores.ControlScore control) {
        return ControlScore.builder()
                .standardsArn(control.standard().arn(scope.region()))
                .securityControlId(control.control().id())
                .title(control.control().title())
                .severityRating(control.control().severity().name())
                .controlStatus(control.status().name())
                .build();
    }
}
