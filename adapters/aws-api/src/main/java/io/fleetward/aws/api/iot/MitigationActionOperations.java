// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.mitigation.MitigationActionRegistry;
import io.fleetward.application.mitigation.MitigationActionRegistry.Wish;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateMitigationActionRequest;
import io.fleetward.aws.model.iot.CreateMitigationActionResponse;
import io.fleetward.aws.model.iot.DeleteMitigationActionRequest;
import io.fleetward.aws.model.iot.DeleteMitigationActionResponse;
import io.fleetward.aws.model.iot.DescribeMitigationActionRequest;
import io.fleetward.aws.model.iot.DescribeMitigationActionResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListMitigationActionsRequest;
import io.fleetward.aws.model.iot.ListMitigationActionsResponse;
import io.fleetward.aws.model.iot.MitigationActionIdentifier;
import io.fleetward.aws.model.iot.UpdateMitigationActionRequest;
import io.fleetward.aws.model.iot.UpdateMitigationActionResponse;
import io.fleetward.mitigation.action.ActionParams;
import io.fleetward.mitigation.action.ActionType;
import io.fleetward.mitigation.action.MitigationAction;

/** Mitigation actions. Thread-safe. */
public final class MitigationActionOperations implements IotApi {
    private final MitigationActionRegistry actions;
    private final PageTokens tokens;

    public MitigationActionOperations(MitigationActionRegistry actions, PageTokens tokens) {
        this.actions = actions;
        this.tokens = tokens;
    }

    @Override
    public CreateMitigationActionResponse createMitigationAction(
            CreateMitigationActionRequest request, CallContext context) {
        MitigationAction action = actions.create(
                context.scope(),
                request.actionName(),
                request.roleArn(),
                ActionParamRecords.params(request.actionParams()),
                RequestTags.of(request.tags()));
        return CreateMitigationActionResponse.builder()
                .actionArn(action.arn().toString())
                .actionId(action.id())
                .build();
    }

    @Override
    public UpdateMitigationActionResponse updateMitigationAction(
            UpdateMitigationActionRequest request, CallContext context) {
        ActionParams params = request.actionParams() == null ? null : ActionParamRecords.params(request.actionParams());
        MitigationAction action =
                actions.update(context.scope(), request.actionName(), new Wish(request.roleArn(), params));
        return UpdateMitigationActionResponse.builder()
                .actionArn(action.arn().toString())
                .actionId(action.id())
                .build();
    }

    @Override
    public DescribeMitigationActionResponse describeMitigationAction(
            DescribeMitigationActionRequest request, CallContext context) {
        MitigationAction action = actions.describe(context.scope(), request.actionName());
        return DescribeMitigationActionResponse.builder()
                .actionName(action.name())
                .actionType(action.params().type().name())
                .actionArn(action.arn().toString())
                .actionId(action.id())
                .roleArn(action.roleArn())
                .actionParams(ActionParamRecords.wire(action.params()))
                .creationDate(action.createdAt())
                .lastModifiedDate(action.lastModifiedAt())
                .build();
    }

    @Override
    public DeleteMitigationActionResponse deleteMitigationAction(
            DeleteMitigationActionRequest request, CallContext context) {
        actions.delete(context.scope(), request.actionName());
        return new DeleteMitigationActionResponse();
    }

    @Override
    public ListMitigationActionsResponse listMitigationActions(
            ListMitigationActionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListMitigationActions", request.actionType());
        var page = actions.list(
                context.scope(),
                request.actionType() == null ? null : ActionType.valueOf(request.actionType()),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListMitigationActionsResponse.builder()
                .actionIdentifiers(
                        page.map(MitigationActionOperations::identifier).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static MitigationActionIdentifier identifier(MitigationAction action) {
        return MitigationActionIdentifier.builder()
                .actionName(action.name())
                .actionArn(action.arn().toString())
                .creationDate(action.createdAt())
                .build();
    }
}
