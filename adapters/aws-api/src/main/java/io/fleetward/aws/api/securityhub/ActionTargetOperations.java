// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.CustomActions;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.ActionTarget;
import io.fleetward.aws.model.securityhub.CreateActionTargetRequest;
import io.fleetward.aws.model.securityhub.CreateActionTargetResponse;
import io.fleetward.aws.model.securityhub.DeleteActionTargetRequest;
import io.fleetward.aws.model.securityhub.DeleteActionTargetResponse;
import io.fleetward.aws.model.securityhub.DescribeActionTargetsRequest;
import io.fleetward.aws.model.securityhub.DescribeActionTargetsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UpdateActionTargetRequest;
import io.fleetward.aws.model.securityhub.UpdateActionTargetResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;

/** Custom actions. Thread-safe. */
public final class ActionTargetOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final CustomActions actions;
    private final PageTokens tokens;

    public ActionTargetOperations(CustomActions actions, PageTokens tokens) {
        this.actions = actions;
        this.tokens = tokens;
    }

    @Override
    public CreateActionTargetResponse createActionTarget(CreateActionTargetRequest request, CallContext context) {
        var target = new io.fleetward.application.hub.ActionTarget(request.id(), request.name(), request.description());
        return CreateActionTargetResponse.builder()
                .actionTargetArn(actions.create(context, target))
                .build();
    }

    @Override
    public UpdateActionTargetResponse updateActionTarget(UpdateActionTargetRequest request, CallContext context) {
        actions.update(context, request.actionTargetArn(), request.name(), request.description());
        return new UpdateActionTargetResponse();
    }

    @Override
    public DeleteActionTargetResponse deleteActionTarget(DeleteActionTargetRequest request, CallContext context) {
        actions.delete(context, request.actionTargetArn());
        return DeleteActionTargetResponse.builder()
                .actionTargetArn(request.actionTargetArn())
                .build();
    }

    @Override
    public DescribeActionTargetsResponse describeActionTargets(
            DescribeActionTargetsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "DescribeActionTargets", request.actionTargetArns());
        Page<ActionTarget> page = actions.list(
                        context,
                        request.actionTargetArns(),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(target -> shown(context.scope(), target));
        return DescribeActionTargetsResponse.builder()
                .actionTargets(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ActionTarget shown(AccountRegion scope, io.fleetward.application.hub.ActionTarget target) {
        return ActionTarget.builder()
                .actionTargetArn(target.arn(scope))
                .name(target.name())
                .description(target.description())
                .build();
    }
}
