// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.DimensionRegistry;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateDimensionRequest;
import io.fleetward.aws.model.iot.CreateDimensionResponse;
import io.fleetward.aws.model.iot.DeleteDimensionRequest;
import io.fleetward.aws.model.iot.DeleteDimensionResponse;
import io.fleetward.aws.model.iot.DescribeDimensionRequest;
import io.fleetward.aws.model.iot.DescribeDimensionResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListDimensionsRequest;
import io.fleetward.aws.model.iot.ListDimensionsResponse;
import io.fleetward.aws.model.iot.UpdateDimensionRequest;
import io.fleetward.aws.model.iot.UpdateDimensionResponse;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.Page;

/** Operations on dimensions (detect, API operations). Thread-safe. */
public final class DimensionOperations implements IotApi {
    private final DimensionRegistry dimensions;
    private final PageTokens tokens;

    public DimensionOperations(DimensionRegistry dimensions, PageTokens tokens) {
        this.dimensions = dimensions;
        this.tokens = tokens;
    }

    /** The model's constraint allows no other type than the one we have. */
    @Override
    public CreateDimensionResponse createDimension(CreateDimensionRequest request, CallContext context) {
        DimensionResource created = dimensions.create(
                context.scope(),
                new Dimension(request.name(), request.stringValues()),
                request.clientRequestToken(),
                RequestTags.of(request.tags()));
        return new CreateDimensionResponse(created.name(), created.arn().toString());
    }

    @Override
    public DescribeDimensionResponse describeDimension(DescribeDimensionRequest request, CallContext context) {
        DimensionResource dimension = dimensions.describe(context.scope(), request.name());
        return DescribeDimensionResponse.builder()
                .name(dimension.name())
                .arn(dimension.arn().toString())
                .type(DimensionResource.TYPE)
                .stringValues(dimension.dimension().filters())
                .creationDate(dimension.createdAt())
                .lastModifiedDate(dimension.modifiedAt())
                .build();
    }

    @Override
    public UpdateDimensionResponse updateDimension(UpdateDimensionRequest request, CallContext context) {
        DimensionResource dimension = dimensions.update(context.scope(), request.name(), request.stringValues());
        return UpdateDimensionResponse.builder()
                .name(dimension.name())
                .arn(dimension.arn().toString())
                .type(DimensionResource.TYPE)
                .stringValues(dimension.dimension().filters())
                .creationDate(dimension.createdAt())
                .lastModifiedDate(dimension.modifiedAt())
                .build();
    }

    @Override
    public DeleteDimensionResponse deleteDimension(DeleteDimensionRequest request, CallContext context) {
        dimensions.delete(context.scope(), request.name());
        return new DeleteDimensionResponse();
    }

    @Override
    public ListDimensionsResponse listDimensions(ListDimensionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListDimensions");
        Page<DimensionResource> page = dimensions.list(
                context.scope(), paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListDimensionsResponse(page.map(DimensionResource::name).items(), paging.token(page));
    }
}
