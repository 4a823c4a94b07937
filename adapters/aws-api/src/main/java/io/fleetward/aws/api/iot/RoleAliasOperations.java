// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.role.RoleAliasRegistry;
import io.fleetward.application.registry.role.RoleAliasRegistry.Terms;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateRoleAliasRequest;
import io.fleetward.aws.model.iot.CreateRoleAliasResponse;
import io.fleetward.aws.model.iot.DeleteRoleAliasRequest;
import io.fleetward.aws.model.iot.DeleteRoleAliasResponse;
import io.fleetward.aws.model.iot.DescribeRoleAliasRequest;
import io.fleetward.aws.model.iot.DescribeRoleAliasResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListRoleAliasesRequest;
import io.fleetward.aws.model.iot.ListRoleAliasesResponse;
import io.fleetward.aws.model.iot.RoleAliasDescription;
import io.fleetward.aws.model.iot.UpdateRoleAliasRequest;
import io.fleetward.aws.model.iot.UpdateRoleAliasResponse;
import io.fleetward.kernel.Page;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;

/** Operations on role aliases (iot-core, role aliases). Thread-safe. */
public final class RoleAliasOperations implements IotApi {
    private final RoleAliasRegistry aliases;
    private final PageTokens tokens;

    public RoleAliasOperations(RoleAliasRegistry aliases, PageTokens tokens) {
        this.aliases = aliases;
        this.tokens = tokens;
    }

    @Override
    public CreateRoleAliasResponse createRoleAlias(CreateRoleAliasRequest request, CallContext context) {
        RoleAlias alias = aliases.create(
                context.scope(),
                new RoleAliasName(request.roleAlias()),
                new Terms(request.roleArn(), request.credentialDurationSeconds()),
                RequestTags.of(request.tags()));
        return new CreateRoleAliasResponse(alias.name().value(), alias.arn().toString());
    }

    @Override
    public UpdateRoleAliasResponse updateRoleAlias(UpdateRoleAliasRequest request, CallContext context) {
        RoleAlias alias = aliases.update(
                context.scope(),
                new RoleAliasName(request.roleAlias()),
                new Terms(request.roleArn(), request.credentialDurationSeconds()));
        return new UpdateRoleAliasResponse(alias.name().value(), alias.arn().toString());
    }

    @Override
    public DescribeRoleAliasResponse describeRoleAlias(DescribeRoleAliasRequest request, CallContext context) {
        RoleAlias alias = aliases.describe(context.scope(), new RoleAliasName(request.roleAlias()));
        return new DescribeRoleAliasResponse(RoleAliasDescription.builder()
                .roleAlias(alias.name().value())
                .roleAliasArn(alias.arn().toString())
                .roleArn(alias.roleArn())
                .owner(alias.scope().account().value())
                .credentialDurationSeconds(alias.credentialSeconds())
                .creationDate(alias.createdAt())
                .lastModifiedDate(alias.modifiedAt())
                .build());
    }

    @Override
    public DeleteRoleAliasResponse deleteRoleAlias(DeleteRoleAliasRequest request, CallContext context) {
        aliases.delete(context.scope(), new RoleAliasName(request.roleAlias()));
        return new DeleteRoleAliasResponse();
    }

    @Override
    public ListRoleAliasesResponse listRoleAliases(ListRoleAliasesRequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListRoleAliases", isAscending);
        Page<RoleAliasName> page = aliases.list(
                context.scope(), isAscending, paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListRoleAliasesResponse(page.map(RoleAliasName::value).items(), paging.token(page));
    }
}
