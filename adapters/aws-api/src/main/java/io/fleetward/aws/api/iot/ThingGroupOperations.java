// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.application.registry.thing.CreateThingGroup;
import io.fleetward.application.registry.thing.ThingGroupRegistry;
import io.fleetward.application.registry.thing.ThingGroupRegistry.GroupListing;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateThingGroupRequest;
import io.fleetward.aws.model.iot.CreateThingGroupResponse;
import io.fleetward.aws.model.iot.DeleteThingGroupRequest;
import io.fleetward.aws.model.iot.DeleteThingGroupResponse;
import io.fleetward.aws.model.iot.DescribeThingGroupRequest;
import io.fleetward.aws.model.iot.DescribeThingGroupResponse;
import io.fleetward.aws.model.iot.GroupNameAndArn;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListThingGroupsRequest;
import io.fleetward.aws.model.iot.ListThingGroupsResponse;
import io.fleetward.aws.model.iot.ThingGroupMetadata;
import io.fleetward.aws.model.iot.UpdateThingGroupRequest;
import io.fleetward.aws.model.iot.UpdateThingGroupResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.query.ThingQuery;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import org.jspecify.annotations.Nullable;

/** Operations on static thing groups, and those that show groups of both kinds (iot-core, static groups). Thread-safe. */
public final class ThingGroupOperations implements IotApi {
    private final ThingGroupRegistry groups;
    private final PageTokens tokens;

    public ThingGroupOperations(ThingGroupRegistry groups, PageTokens tokens) {
        this.groups = groups;
        this.tokens = tokens;
    }

    @Override
    public CreateThingGroupResponse createThingGroup(CreateThingGroupRequest request, CallContext context) {
        ThingGroup group = groups.create(
                context.scope(),
                new CreateThingGroup(
                        new ThingGroupName(request.thingGroupName()),
                        name(request.parentGroupName()),
                        GroupProperties.initial(request.thingGroupProperties()),
                        RequestTags.of(request.tags())));
        return CreateThingGroupResponse.builder()
                .thingGroupName(group.name().value())
                .thingGroupArn(group.arn().toString())
                .thingGroupId(group.id())
                .build();
    }

    @Override
    public UpdateThingGroupResponse updateThingGroup(UpdateThingGroupRequest request, CallContext context) {
        long version = groups.update(
                context.scope(),
                GroupProperties.update(
                        request.thingGroupName(), request.thingGroupProperties(), request.expectedVersion()));
        return UpdateThingGroupResponse.builder().version(version).build();
    }

    @Override
    public DeleteThingGroupResponse deleteThingGroup(DeleteThingGroupRequest request, CallContext context) {
        groups.delete(context.scope(), new ThingGroupName(request.thingGroupName()), request.expectedVersion());
        return new DeleteThingGroupResponse();
    }

    @Override
    public DescribeThingGroupResponse describeThingGroup(DescribeThingGroupRequest request, CallContext context) {
        ThingGroup group = groups.describe(context.scope(), new ThingGroupName(request.thingGroupName()));
        GroupQuery query = group.query();
        return DescribeThingGroupResponse.builder()
                .thingGroupName(group.name().value())
                .thingGroupId(group.id())
                .thingGroupArn(group.arn().toString())
                .version(group.version())
                .thingGroupProperties(GroupProperties.of(group))
                .thingGroupMetadata(metadata(context.scope(), group))
                .indexName(query == null ? null : FleetIndex.THINGS)
                .queryString(query == null ? null : query.text())
                .queryVersion(query == null ? null : ThingQuery.VERSION)
                .status(query == null ? null : query.status().name())
                .build();
    }

    @Override
    public ListThingGroupsResponse listThingGroups(ListThingGroupsRequest request, CallContext context) {
        var listing = new GroupListing(
                name(request.parentGroup()), !Boolean.FALSE.equals(request.recursive()), request.namePrefixFilter());
        Paging paging = tokens.bind(context, "ListThingGroups", listing);
        Page<ThingGroup> page = groups.list(
                context.scope(), listing, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListThingGroupsResponse.builder()
                .thingGroups(page.map(group -> reference(context.scope(), group.name()))
                        .items())
                .nextToken(paging.token(page))
                .build();
    }

    /** A group as other answers name it. */
    static GroupNameAndArn reference(AccountRegion scope, ThingGroupName name) {
        return GroupNameAndArn.builder()
                .groupName(name.value())
                .groupArn(name.arn(scope).toString())
                .build();
    }

    private static ThingGroupMetadata metadata(AccountRegion scope, ThingGroup group) {
        ThingGroupName parent = group.parent();
        return ThingGroupMetadata.builder()
                .parentGroupName(parent == null ? null : parent.value())
                .rootToParentThingGroups(
                        parent == null
                                ? null
                                : group.ancestors().stream()
                                        .map(name -> reference(scope, name))
                                        .toList())
                .creationDate(group.createdAt())
                .build();
    }

    private static @Nullable ThingGroupName name(@Nullable String text) {
        return text == null ? null : new ThingGroupName(text);
    }
}
