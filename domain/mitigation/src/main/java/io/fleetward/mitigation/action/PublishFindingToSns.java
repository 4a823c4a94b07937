// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import java.util.List;

/** Publishes the finding to a notification topic. Immutable. */
public record PublishFindingToSns(String topicArn) implements ActionParams {
    @Override
    public ActionType type() {
        return ActionType.PUBLISH_FINDING_TO_SNS;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        return List.of(new Effect.PublishFinding(topicArn, FindingMessage.of(subject.finding())));
    }

    @Override
    public List<Problem> problems(AccountRegion scope) {
        Arn arn = Arn.parse(topicArn);
        return arn != null && arn.isTopic()
                ? List.of()
                : List.of(new Problem(
                        "actionParams.publishFindingToSnsParams.topicArn", "not the ARN of a topic: " + topicArn));
    }
}
