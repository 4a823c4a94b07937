// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.DescribeIndexRequest;
import io.fleetward.aws.model.iot.DescribeIndexResponse;
import io.fleetward.aws.model.iot.GetIndexingConfigurationRequest;
import io.fleetward.aws.model.iot.GetIndexingConfigurationResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListIndicesRequest;
import io.fleetward.aws.model.iot.ListIndicesResponse;
import io.fleetward.aws.model.iot.SearchIndexRequest;
import io.fleetward.aws.model.iot.SearchIndexResponse;
import io.fleetward.aws.model.iot.ThingDocument;
import io.fleetward.aws.model.iot.UpdateIndexingConfigurationRequest;
import io.fleetward.aws.model.iot.UpdateIndexingConfigurationResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.query.IndexedThing;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingTypeName;

/** Operations on the fleet index of things (iot-core, fleet index). Thread-safe. */
public final class FleetIndexOperations implements IotApi {
    private static final int LARGEST_PAGE = 100;

    private final FleetIndex index;
    private final PageTokens tokens;

    public FleetIndexOperations(FleetIndex index, PageTokens tokens) {
        this.index = index;
        this.tokens = tokens;
    }

    @Override
    public GetIndexingConfigurationResponse getIndexingConfiguration(
            GetIndexingConfigurationRequest request, CallContext context) {
        return IndexingConfigurations.of(index.mode(context.scope()));
    }

    @Override
    public UpdateIndexingConfigurationResponse updateIndexingConfiguration(
            UpdateIndexingConfigurationRequest request, CallContext context) {
        IndexingMode mode = IndexingConfigurations.mode(request);
        if (mode != null) {
            index.setMode(context.scope(), mode);
        }
        return new UpdateIndexingConfigurationResponse();
    }

    @Override
    public ListIndicesResponse listIndices(ListIndicesRequest request, CallContext context) {
        tokens.bind(context, "ListIndices").request(request.maxResults(), ListSizes.DEFAULT, request.nextToken());
        return ListIndicesResponse.builder()
                .indexNames(index.names(context.scope()))
                .build();
    }

    @Override
    public DescribeIndexResponse describeIndex(DescribeIndexRequest request, CallContext context) {
        requireIndex(context.scope(), request.indexName());
        return DescribeIndexResponse.builder()
                .indexName(request.indexName())
                .indexStatus("ACTIVE")
                .schema(index.mode(context.scope()).name())
                .build();
    }

    @Override
    public SearchIndexResponse searchIndex(SearchIndexRequest request, CallContext context) {
        String name = request.indexName() == null ? FleetIndex.THINGS : request.indexName();
        Integer size = request.maxResults();
        if (size != null && size > LARGEST_PAGE) {
            throw invalid("maxResults may be at most " + LARGEST_PAGE + ", not " + size);
        }
        IndexMembers.requireVersion(request.queryVersion());
        requireIndex(context.scope(), name);
        Paging paging = tokens.bind(context, "SearchIndex", name, request.queryString());
        Page<IndexedThing> page = index.search(
                context.scope(), request.queryString(), paging.request(size, LARGEST_PAGE, request.nextToken()));
        return SearchIndexResponse.builder()
                .things(page.map(FleetIndexOperations::document).items())
                .nextToken(paging.token(page))
                .build();
    }

    private void requireIndex(AccountRegion scope, String name) {
        if (!index.names(scope).contains(name)) {
            throw notFound("Index", name);
        }
    }

    private static ThingDocument document(IndexedThing found) {
        ThingTypeName type = found.thing().type();
        return ThingDocument.builder()
                .thingName(found.thing().name().value())
                .thingId(found.thing().id())
                .thingTypeName(type == null ? null : type.value())
                .thingGroupNames(
                        found.groups().stream().map(ThingGroupName::value).toList())
                .attributes(found.thing().attributes().values())
                .build();
    }
}
