// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.error.IotError.INVALID_REQUEST;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.registry.thing.ThingGroupMembership.GroupsChange;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AddThingToThingGroupRequest;
import io.fleetward.aws.model.iot.AddThingToThingGroupResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListThingGroupsForThingRequest;
import io.fleetward.aws.model.iot.ListThingGroupsForThingResponse;
import io.fleetward.aws.model.iot.ListThingsInThingGroupRequest;
import io.fleetward.aws.model.iot.ListThingsInThingGroupResponse;
import io.fleetward.aws.model.iot.RemoveThingFromThingGroupRequest;
import io.fleetward.aws.model.iot.RemoveThingFromThingGroupResponse;
import io.fleetward.aws.model.iot.UpdateThingGroupsForThingRequest;
import io.fleetward.aws.model.iot.UpdateThingGroupsForThingResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations that put things into static groups and take them out (iot-core, static groups). Thread-safe. */
public final class ThingGroupMembershipOperations implements IotApi {
    private final ThingGroupMembership membership;
    private final PageTokens tokens;

    public ThingGroupMembershipOperations(ThingGroupMembership membership, PageTokens tokens) {
        this.membership = membership;
        this.tokens = tokens;
    }

    @Override
    public AddThingToThingGroupResponse addThingToThingGroup(AddThingToThingGroupRequest request, CallContext context) {
        AccountRegion scope = context.scope();
        membership.change(
                scope,
                thing(scope, request.thingName(), request.thingArn()),
                new GroupsChange(
                        List.of(group(scope, request.thingGroupName(), request.thingGroupArn())),
                        List.of(),
                        Boolean.TRUE.equals(request.overrideDynamicGroups())));
        return new AddThingToThingGroupResponse();
    }

    @Override
    public RemoveThingFromThingGroupResponse removeThingFromThingGroup(
            RemoveThingFromThingGroupRequest request, CallContext context) {
        AccountRegion scope = context.scope();
        membership.remove(
                scope,
                thing(scope, request.thingName(), request.thingArn()),
                group(scope, request.thingGroupName(), request.thingGroupArn()));
        return new RemoveThingFromThingGroupResponse();
    }

    @Override
    public UpdateThingGroupsForThingResponse updateThingGroupsForThing(
            UpdateThingGroupsForThingRequest request, CallContext context) {
        membership.change(
                context.scope(),
                thing(context.scope(), request.thingName(), null),
                new GroupsChange(
                        groups(request.thingGroupsToAdd()),
                        groups(request.thingGroupsToRemove()),
                        Boolean.TRUE.equals(request.overrideDynamicGroups())));
        return new UpdateThingGroupsForThingResponse();
    }

    @Override
    public ListThingsInThingGroupResponse listThingsInThingGroup(
            ListThingsInThingGroupRequest request, CallContext context) {
        boolean isRecursive = Boolean.TRUE.equals(request.recursive());
        Paging paging = tokens.bind(context, "ListThingsInThingGroup", request.thingGroupName(), isRecursive);
        Page<ThingName> page = membership.things(
                context.scope(),
                new ThingGroupName(request.thingGroupName()),
                isRecursive,
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListThingsInThingGroupResponse.builder()
                .things(page.map(ThingName::value).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListThingGroupsForThingResponse listThingGroupsForThing(
            ListThingGroupsForThingRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListThingGroupsForThing", request.thingName());
        Page<ThingGroup> page = membership.groups(
                context.scope(),
                new ThingName(request.thingName()),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListThingGroupsForThingResponse.builder()
                .thingGroups(page.map(group -> ThingGroupOperations.reference(context.scope(), group.name()))
                        .items())
                .nextToken(paging.token(page))
                .build();
    }

    private static List<ThingGroupName> groups(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : names.stream().map(ThingGroupName::new).toList();
    }

    /** The thing by its name, by its ARN, or by both if they agree. */
    private static ThingName thing(AccountRegion scope, @Nullable String name, @Nullable String arn) {
        ThingName byArn = arn == null ? null : ThingName.ofArn(scope, arn);
        if (arn != null && byArn == null) {
            throw new ApiException(INVALID_REQUEST, "thingArn is not the ARN of a thing of this account: " + arn);
        }
        ThingName byName = name == null ? byArn : new ThingName(name);
        if (byName == null) {
            throw new ApiException(INVALID_REQUEST, "thingName or thingArn must be given");
        }
        if (byArn != null && !byArn.equals(byName)) {
            throw new ApiException(
                    INVALID_REQUEST, "thingName and thingArn name different things: " + name + ", " + arn);
        }
        return byName;
    }

    /** The group by its name, by its ARN, or by both if they agree. */
    private static ThingGroupName group(AccountRegion scope, @Nullable String name, @Nullable String arn) {
        ThingGroupName byArn = arn == null ? null : ThingGroupName.ofArn(scope, arn);
        if (arn != null && byArn == null) {
            throw new ApiException(INVALID_REQUEST, "thingGroupArn is not the ARN of a group of this account: " + arn);
        }
        ThingGroupName byName = name == null ? byArn : new ThingGroupName(name);
        if (byName == null) {
            throw new ApiException(INVALID_REQUEST, "thingGroupName or thingGroupArn must be given");
        }
        if (byArn != null && !byArn.equals(byName)) {
            throw new ApiException(
                    INVALID_REQUEST, "thingGroupName and thingGroupArn name different groups: " + name + ", " + arn);
        }
        return byName;
    }
}
