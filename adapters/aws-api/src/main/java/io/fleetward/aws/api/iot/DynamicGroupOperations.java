// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.index.CreateDynamicGroup;
import io.fleetward.application.registry.index.DynamicGroupRegistry;
import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.aws.model.iot.CreateDynamicThingGroupRequest;
import io.fleetward.aws.model.iot.CreateDynamicThingGroupResponse;
import io.fleetward.aws.model.iot.DeleteDynamicThingGroupRequest;
import io.fleetward.aws.model.iot.DeleteDynamicThingGroupResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.UpdateDynamicThingGroupRequest;
import io.fleetward.aws.model.iot.UpdateDynamicThingGroupResponse;
import io.fleetward.registry.query.ThingQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;

/** Operations on dynamic thing groups (iot-core, dynamic groups). Thread-safe. */
public final class DynamicGroupOperations implements IotApi {
    private final DynamicGroupRegistry groups;

    public DynamicGroupOperations(DynamicGroupRegistry groups) {
        this.groups = groups;
    }

    @Override
    public CreateDynamicThingGroupResponse createDynamicThingGroup(
            CreateDynamicThingGroupRequest request, CallContext context) {
        IndexMembers.requireThings(request.indexName());
        IndexMembers.requireVersion(request.queryVersion());
        ThingGroup group = groups.create(
                context.scope(),
                new CreateDynamicGroup(
                        new ThingGroupName(request.thingGroupName()),
                        request.queryString(),
                        GroupProperties.initial(request.thingGroupProperties()),
                        RequestTags.of(request.tags())));
        return CreateDynamicThingGroupResponse.builder()
                .thingGroupName(group.name().value())
                .thingGroupArn(group.arn().toString())
                .thingGroupId(group.id())
                .indexName(FleetIndex.THINGS)
                .queryString(request.queryString())
                .queryVersion(ThingQuery.VERSION)
                .build();
    }

    @Override
    public UpdateDynamicThingGroupResponse updateDynamicThingGroup(
            UpdateDynamicThingGroupRequest request, CallContext context) {
        IndexMembers.requireThings(request.indexName());
        IndexMembers.requireVersion(request.queryVersion());
        long version = groups.update(
                context.scope(),
                GroupProperties.update(
                        request.thingGroupName(), request.thingGroupProperties(), request.expectedVersion()),
                request.queryString());
        return UpdateDynamicThingGroupResponse.builder().version(version).build();
    }

    @Override
    public DeleteDynamicThingGroupResponse deleteDynamicThingGroup(
            DeleteDynamicThingGroupRequest request, CallContext context) {
        groups.delete(context.scope(), new ThingGroupName(request.thingGroupName()), request.expectedVersion());
        return new DeleteDynamicThingGroupResponse();
    }
}
