// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.hub.FindingSuppressionRegistry;
import io.fleetward.application.hub.FindingSuppressionRegistry.View;
import io.fleetward.application.hub.FindingSuppressionRegistry.Wish;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.CreateFindingSuppressionRequest;
import io.fleetward.aws.model.fleetward.CreateFindingSuppressionResponse;
import io.fleetward.aws.model.fleetward.DeleteFindingSuppressionRequest;
import io.fleetward.aws.model.fleetward.DeleteFindingSuppressionResponse;
import io.fleetward.aws.model.fleetward.DescribeFindingSuppressionRequest;
import io.fleetward.aws.model.fleetward.DescribeFindingSuppressionResponse;
import io.fleetward.aws.model.fleetward.FindingSuppression;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListFindingSuppressionsRequest;
import io.fleetward.aws.model.fleetward.ListFindingSuppressionsResponse;
import io.fleetward.aws.model.fleetward.SuppressedFindingIdentifier;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Suppressions of findings of the hub, which are undone when they end. Thread-safe. */
public final class FindingSuppressionOperations implements FleetwardApi {
    private static final int PAGE = 25;

    private final FindingSuppressionRegistry suppressions;
    private final PageTokens tokens;

    public FindingSuppressionOperations(FindingSuppressionRegistry suppressions, PageTokens tokens) {
        this.suppressions = suppressions;
        this.tokens = tokens;
    }

    @Override
    public CreateFindingSuppressionResponse createFindingSuppression(
            CreateFindingSuppressionRequest request, CallContext context) {
        List<SuppressedFindingIdentifier> named = request.findingIdentifiers();
        List<FindingIdentifier> findings = named == null
                ? null
                : named.stream()
                        .map(finding -> new FindingIdentifier(finding.id(), finding.productArn()))
                        .toList();
        var wish = new Wish(request.reason(), request.criteria(), findings, request.expiresAt());
        return CreateFindingSuppressionResponse.builder()
                .suppressionId(suppressions.create(context, wish))
                .build();
    }

    @Override
    public DescribeFindingSuppressionResponse describeFindingSuppression(
            DescribeFindingSuppressionRequest request, CallContext context) {
        return DescribeFindingSuppressionResponse.builder()
                .suppression(shown(suppressions.describe(context, request.suppressionId())))
                .build();
    }

    @Override
    public ListFindingSuppressionsResponse listFindingSuppressions(
            ListFindingSuppressionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListFindingSuppressions");
        var page = suppressions.list(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListFindingSuppressionsResponse.builder()
                .suppressions(page.map(FindingSuppressionOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public DeleteFindingSuppressionResponse deleteFindingSuppression(
            DeleteFindingSuppressionRequest request, CallContext context) {
        suppressions.delete(context, request.suppressionId());
        return new DeleteFindingSuppressionResponse();
    }

    private static FindingSuppression shown(View view) {
        var suppression = view.suppression();
        return FindingSuppression.builder()
                .suppressionId(suppression.id())
                .reason(suppression.reason())
                .criteria(criteria(suppression.subject()))
                .findingIdentifiers(findings(suppression.subject()))
                .expiresAt(suppression.expiresAt())
                .createdAt(suppression.createdAt())
                .createdBy(suppression.createdBy())
                .status(suppression.state().name())
                .suppressedFindings((long) view.findings())
                .build();
    }

    private static @Nullable ObjectNode criteria(Subject subject) {
        return subject instanceof Subject.Matching(RuleCriteria criteria) ? criteria.document() : null;
    }

    private static @Nullable List<SuppressedFindingIdentifier> findings(Subject subject) {
        return subject instanceof Subject.Named(List<FindingKey> keys)
                ? keys.stream()
                        .map(key -> SuppressedFindingIdentifier.builder()
                                .id(key.id())
                                .productArn(key.productArn())
                                .build())
                        .toList()
                : null;
    }
}
