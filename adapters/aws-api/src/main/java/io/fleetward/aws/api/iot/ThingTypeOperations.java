// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.thing.CreateThingType;
import io.fleetward.application.registry.thing.ThingTypeRegistry;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateThingTypeRequest;
import io.fleetward.aws.model.iot.CreateThingTypeResponse;
import io.fleetward.aws.model.iot.DeleteThingTypeRequest;
import io.fleetward.aws.model.iot.DeleteThingTypeResponse;
import io.fleetward.aws.model.iot.DeprecateThingTypeRequest;
import io.fleetward.aws.model.iot.DeprecateThingTypeResponse;
import io.fleetward.aws.model.iot.DescribeThingTypeRequest;
import io.fleetward.aws.model.iot.DescribeThingTypeResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListThingTypesRequest;
import io.fleetward.aws.model.iot.ListThingTypesResponse;
import io.fleetward.aws.model.iot.ThingTypeDefinition;
import io.fleetward.aws.model.iot.ThingTypeMetadata;
import io.fleetward.aws.model.iot.ThingTypeProperties;
import io.fleetward.aws.model.iot.UpdateThingTypeRequest;
import io.fleetward.aws.model.iot.UpdateThingTypeResponse;
import io.fleetward.kernel.Page;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on thing types (iot-core, thing types). Thread-safe. */
public final class ThingTypeOperations implements IotApi {
    private final ThingTypeRegistry types;
    private final PageTokens tokens;

    public ThingTypeOperations(ThingTypeRegistry types, PageTokens tokens) {
        this.types = types;
        this.tokens = tokens;
    }

    @Override
    public CreateThingTypeResponse createThingType(CreateThingTypeRequest request, CallContext context) {
        ThingType type = types.create(
                context.scope(),
                new CreateThingType(
                        new ThingTypeName(request.thingTypeName()),
                        properties(request.thingTypeProperties()),
                        RequestTags.of(request.tags())));
        return CreateThingTypeResponse.builder()
                .thingTypeName(type.name().value())
                .thingTypeArn(type.arn().toString())
                .thingTypeId(type.id())
                .build();
    }

    @Override
    public UpdateThingTypeResponse updateThingType(UpdateThingTypeRequest request, CallContext context) {
        var name = new ThingTypeName(request.thingTypeName());
        if (request.thingTypeProperties() == null) {
            types.describe(context.scope(), name);
        } else {
            types.update(context.scope(), name, properties(request.thingTypeProperties()));
        }
        return new UpdateThingTypeResponse();
    }

    @Override
    public DeprecateThingTypeResponse deprecateThingType(DeprecateThingTypeRequest request, CallContext context) {
        types.deprecate(
                context.scope(),
                new ThingTypeName(request.thingTypeName()),
                Boolean.TRUE.equals(request.undoDeprecate()));
        return new DeprecateThingTypeResponse();
    }

    @Override
    public DeleteThingTypeResponse deleteThingType(DeleteThingTypeRequest request, CallContext context) {
        types.delete(context.scope(), new ThingTypeName(request.thingTypeName()));
        return new DeleteThingTypeResponse();
    }

    @Override
    public DescribeThingTypeResponse describeThingType(DescribeThingTypeRequest request, CallContext context) {
        ThingType type = types.describe(context.scope(), new ThingTypeName(request.thingTypeName()));
        return DescribeThingTypeResponse.builder()
                .thingTypeName(type.name().value())
                .thingTypeId(type.id())
                .thingTypeArn(type.arn().toString())
                .thingTypeProperties(wire(type.properties()))
                .thingTypeMetadata(metadata(type))
                .build();
    }

    @Override
    public ListThingTypesResponse listThingTypes(ListThingTypesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListThingTypes", request.thingTypeName());
        ThingTypeName name = request.thingTypeName() == null ? null : new ThingTypeName(request.thingTypeName());
        Page<ThingType> page = types.list(
                context.scope(), name, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListThingTypesResponse.builder()
                .thingTypes(page.map(ThingTypeOperations::entry).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ThingTypeDefinition entry(ThingType type) {
        return ThingTypeDefinition.builder()
                .thingTypeName(type.name().value())
                .thingTypeArn(type.arn().toString())
                .thingTypeProperties(wire(type.properties()))
                .thingTypeMetadata(metadata(type))
                .build();
    }

    private static ThingType.Properties properties(@Nullable ThingTypeProperties properties) {
        if (properties == null) {
            return ThingType.Properties.NONE;
        }
        if (properties.mqtt5Configuration() != null) {
            throw new ApiException(
                    IotError.INVALID_REQUEST,
                    "thingTypeProperties.mqtt5Configuration: propagating attributes are not supported; leave it out");
        }
        List<String> searchable = properties.searchableAttributes();
        return new ThingType.Properties(properties.thingTypeDescription(), searchable == null ? List.of() : searchable);
    }

    private static ThingTypeProperties wire(ThingType.Properties properties) {
        return ThingTypeProperties.builder()
                .thingTypeDescription(properties.description())
                .searchableAttributes(properties.searchableAttributes())
                .build();
    }

    private static ThingTypeMetadata metadata(ThingType type) {
        return ThingTypeMetadata.builder()
                .deprecated(type.isDeprecated())
                .deprecationDate(type.deprecatedAt())
                .creationDate(type.createdAt())
                .build();
    }
}
