// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.thing.CreateThing;
import io.fleetward.application.registry.thing.ThingFilter;
import io.fleetward.application.registry.thing.ThingRegistry;
import io.fleetward.application.registry.thing.UpdateThing;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateThingRequest;
import io.fleetward.aws.model.iot.CreateThingResponse;
import io.fleetward.aws.model.iot.DeleteThingRequest;
import io.fleetward.aws.model.iot.DeleteThingResponse;
import io.fleetward.aws.model.iot.DescribeThingRequest;
import io.fleetward.aws.model.iot.DescribeThingResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListThingsRequest;
import io.fleetward.aws.model.iot.ListThingsResponse;
import io.fleetward.aws.model.iot.ThingAttribute;
import io.fleetward.aws.model.iot.UpdateThingRequest;
import io.fleetward.aws.model.iot.UpdateThingResponse;
import io.fleetward.kernel.Page;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/** Operations on things (iot-core, things). Thread-safe. */
public final class ThingOperations implements IotApi {
    private final ThingRegistry things;
    private final PageTokens tokens;

    public ThingOperations(ThingRegistry things, PageTokens tokens) {
        this.things = things;
        this.tokens = tokens;
    }

    @Override
    public CreateThingResponse createThing(CreateThingRequest request, CallContext context) {
        if (request.billingGroupName() != null) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "billingGroupName: billing groups are not supported; leave it out");
        }
        Thing thing = things.create(
                context.scope(),
                new CreateThing(
                        new ThingName(request.thingName()),
                        type(request.thingTypeName()),
                        AttributePayloads.initial(request.attributePayload())));
        return CreateThingResponse.builder()
                .thingName(thing.name().value())
                .thingArn(thing.arn().toString())
                .thingId(thing.id())
                .build();
    }

    @Override
    public UpdateThingResponse updateThing(UpdateThingRequest request, CallContext context) {
        things.update(
                context.scope(),
                new UpdateThing(
                        new ThingName(request.thingName()),
                        type(request.thingTypeName()),
                        Boolean.TRUE.equals(request.removeThingType()),
                        AttributePayloads.change(request.attributePayload()),
                        request.expectedVersion()));
        return new UpdateThingResponse();
    }

    @Override
    public DeleteThingResponse deleteThing(DeleteThingRequest request, CallContext context) {
        things.delete(context.scope(), new ThingName(request.thingName()), request.expectedVersion());
        return new DeleteThingResponse();
    }

    @Override
    public DescribeThingResponse describeThing(DescribeThingRequest request, CallContext context) {
        Thing thing = things.describe(context.scope(), new ThingName(request.thingName()));
        return DescribeThingResponse.builder()
                .defaultClientId(thing.name().value())
                .thingName(thing.name().value())
                .thingId(thing.id())
                .thingArn(thing.arn().toString())
                .thingTypeName(text(thing.type()))
                .attributes(thing.attributes().values())
                .version(thing.version())
                .build();
    }

    @Override
    public ListThingsResponse listThings(ListThingsRequest request, CallContext context) {
        var filter = new ThingFilter(type(request.thingTypeName()), byAttribute(request));
        Paging paging = tokens.bind(context, "ListThings", filter);
        Page<Thing> page = things.list(
                context.scope(), filter, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListThingsResponse.builder()
                .things(page.map(ThingOperations::entry).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ThingFilter.@Nullable ByAttribute byAttribute(ListThingsRequest request) {
        if (request.attributeName() == null) {
            if (request.attributeValue() != null) {
                throw new ApiException(IotError.INVALID_REQUEST, "attributeValue needs attributeName");
            }
            return null;
        }
        return new ThingFilter.ByAttribute(
                request.attributeName(),
                request.attributeValue(),
                Boolean.TRUE.equals(request.usePrefixAttributeValue()));
    }

    private static ThingAttribute entry(Thing thing) {
        return ThingAttribute.builder()
                .thingName(thing.name().value())
                .thingTypeName(text(thing.type()))
                .thingArn(thing.arn().toString())
                .attributes(thing.attributes().values())
                .version(thing.version())
                .build();
    }

    private static @Nullable ThingTypeName type(@Nullable String name) {
        return name == null ? null : new ThingTypeName(name);
    }

    private static @Nullable String text(@Nullable ThingTypeName name) {
        return name == null ? null : name.value();
    }
}
