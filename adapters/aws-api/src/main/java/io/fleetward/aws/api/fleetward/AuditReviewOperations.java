// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.audit.AuditMetrics;
import io.fleetward.application.audit.SuppressionReviews;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.AuditMetric;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListAuditMetricsRequest;
import io.fleetward.aws.model.fleetward.ListAuditMetricsResponse;
import io.fleetward.aws.model.fleetward.ListAuditSuppressionReviewsRequest;
import io.fleetward.aws.model.fleetward.ListAuditSuppressionReviewsResponse;
import io.fleetward.aws.model.fleetward.SuppressionReview;

/** What audits came to over time, and which suppressions they make doubtful. Thread-safe. */
public final class AuditReviewOperations implements FleetwardApi {
    private static final int FALLBACK = 25;

    private final SuppressionReviews reviews;
    private final AuditMetrics metrics;
    private final PageTokens tokens;

    public AuditReviewOperations(SuppressionReviews reviews, AuditMetrics metrics, PageTokens tokens) {
        this.reviews = reviews;
        this.metrics = metrics;
        this.tokens = tokens;
    }

    @Override
    public ListAuditSuppressionReviewsResponse listAuditSuppressionReviews(
            ListAuditSuppressionReviewsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAuditSuppressionReviews", "");
        var page = reviews.list(context.scope(), paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListAuditSuppressionReviewsResponse.builder()
                .reviews(page.map(AuditReviewOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListAuditMetricsResponse listAuditMetrics(ListAuditMetricsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAuditMetrics", request.startTime(), request.endTime());
        var page = metrics.list(
                context.scope(),
                request.startTime(),
                request.endTime(),
                paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListAuditMetricsResponse.builder()
                .metrics(page.map(AuditReviewOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static SuppressionReview shown(SuppressionReviews.Review review) {
        AuditSuppression suppression = review.suppression();
        return SuppressionReview.builder()
                .checkName(suppression.check().value())
                .resourceType(suppression.resource().type().name())
                .resourceIdentifier(suppression.resource().members())
                .description(suppression.description())
                .expirationDate(suppression.expiresAt())
                .reason(review.reason().name())
                .auditedAt(review.auditedAt())
                .build();
    }

    private static AuditMetric shown(AuditMetrics.Datapoint datapoint) {
        return AuditMetric.builder()
                .checkName(datapoint.check().value())
                .scheduledAuditName(datapoint.scheduleName())
                .timestamp(datapoint.at())
                .resourcesEvaluated(datapoint.evaluated())
                .nonCompliantResources(datapoint.nonCompliant())
                .build();
    }
}
