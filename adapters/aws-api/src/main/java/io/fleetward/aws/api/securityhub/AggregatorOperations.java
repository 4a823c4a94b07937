// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.FindingAggregation;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.CreateFindingAggregatorRequest;
import io.fleetward.aws.model.securityhub.CreateFindingAggregatorResponse;
import io.fleetward.aws.model.securityhub.DeleteFindingAggregatorRequest;
import io.fleetward.aws.model.securityhub.DeleteFindingAggregatorResponse;
import io.fleetward.aws.model.securityhub.FindingAggregator;
import io.fleetward.aws.model.securityhub.GetFindingAggregatorRequest;
import io.fleetward.aws.model.securityhub.GetFindingAggregatorResponse;
import io.fleetward.aws.model.securityhub.ListFindingAggregatorsRequest;
import io.fleetward.aws.model.securityhub.ListFindingAggregatorsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UpdateFindingAggregatorRequest;
import io.fleetward.aws.model.securityhub.UpdateFindingAggregatorResponse;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The finding aggregator of an account. Thread-safe. */
public final class AggregatorOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final FindingAggregation aggregation;
    private final PageTokens tokens;

    public AggregatorOperations(FindingAggregation aggregation, PageTokens tokens) {
        this.aggregation = aggregation;
        this.tokens = tokens;
    }

    @Override
    public CreateFindingAggregatorResponse createFindingAggregator(
            CreateFindingAggregatorRequest request, CallContext context) {
        var made = aggregation.create(context, mode(request.regionLinkingMode()), request.regions());
        return CreateFindingAggregatorResponse.builder()
                .findingAggregatorArn(made.arn().toString())
                .findingAggregationRegion(made.home().region().value())
                .regionLinkingMode(made.linking().mode().name())
                .regions(regions(made.linking()))
                .build();
    }

    @Override
    public GetFindingAggregatorResponse getFindingAggregator(GetFindingAggregatorRequest request, CallContext context) {
        var known = aggregation.get(context, request.findingAggregatorArn());
        return GetFindingAggregatorResponse.builder()
                .findingAggregatorArn(known.arn().toString())
                .findingAggregationRegion(known.home().region().value())
                .regionLinkingMode(known.linking().mode().name())
                .regions(regions(known.linking()))
                .build();
    }

    @Override
    public UpdateFindingAggregatorResponse updateFindingAggregator(
            UpdateFindingAggregatorRequest request, CallContext context) {
        var changed = aggregation.update(
                context, request.findingAggregatorArn(), mode(request.regionLinkingMode()), request.regions());
        return UpdateFindingAggregatorResponse.builder()
                .findingAggregatorArn(changed.arn().toString())
                .findingAggregationRegion(changed.home().region().value())
                .regionLinkingMode(changed.linking().mode().name())
                .regions(regions(changed.linking()))
                .build();
    }

    @Override
    public DeleteFindingAggregatorResponse deleteFindingAggregator(
            DeleteFindingAggregatorRequest request, CallContext context) {
        aggregation.delete(context, request.findingAggregatorArn());
        return new DeleteFindingAggregatorResponse();
    }

    @Override
    public ListFindingAggregatorsResponse listFindingAggregators(
            ListFindingAggregatorsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListFindingAggregators");
        Page<FindingAggregator> page = aggregation
                .list(context, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(known -> FindingAggregator.builder()
                        .findingAggregatorArn(known.arn().toString())
                        .build());
        return ListFindingAggregatorsResponse.builder()
                .findingAggregators(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    /** The model knows this member as any text. */
    private static Mode mode(String name) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        HubError.INVALID_INPUT,
                        "Invalid parameter 'RegionLinkingMode'. data.RegionLinkingMode should be one of "
                                + List.of(Mode.values())));
    }

    private static @Nullable List<String> regions(RegionLinking linking) {
        return linking.mode().namesRegions()
                ? linking.regions().stream().map(Region::value).toList()
                : null;
    }
}
