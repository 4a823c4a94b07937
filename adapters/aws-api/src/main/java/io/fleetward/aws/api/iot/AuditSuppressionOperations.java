// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.audit.SuppressionRegistry;
import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AuditSuppression;
import io.fleetward.aws.model.iot.CreateAuditSuppressionRequest;
import io.fleetward.aws.model.iot.CreateAuditSuppressionResponse;
import io.fleetward.aws.model.iot.DeleteAuditSuppressionRequest;
import io.fleetward.aws.model.iot.DeleteAuditSuppressionResponse;
import io.fleetward.aws.model.iot.DescribeAuditSuppressionRequest;
import io.fleetward.aws.model.iot.DescribeAuditSuppressionResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListAuditSuppressionsRequest;
import io.fleetward.aws.model.iot.ListAuditSuppressionsResponse;
import io.fleetward.aws.model.iot.ResourceIdentifier;
import io.fleetward.aws.model.iot.UpdateAuditSuppressionRequest;
import io.fleetward.aws.model.iot.UpdateAuditSuppressionResponse;
import java.util.List;

/** Suppressions of audit findings. Thread-safe. */
public final class AuditSuppressionOperations implements IotApi {
    private final SuppressionRegistry suppressions;
    private final PageTokens tokens;

    public AuditSuppressionOperations(SuppressionRegistry suppressions, PageTokens tokens) {
        this.suppressions = suppressions;
        this.tokens = tokens;
    }

    @Override
    public CreateAuditSuppressionResponse createAuditSuppression(
            CreateAuditSuppressionRequest request, CallContext context) {
        suppressions.create(
                context.scope(),
                subject(request.checkName(), request.resourceIdentifier()),
                new SuppressionTerm(request.expirationDate(), request.suppressIndefinitely()),
                request.description(),
                request.clientRequestToken());
        return new CreateAuditSuppressionResponse();
    }

    @Override
    public UpdateAuditSuppressionResponse updateAuditSuppression(
            UpdateAuditSuppressionRequest request, CallContext context) {
        suppressions.update(
                context.scope(),
                subject(request.checkName(), request.resourceIdentifier()),
                new SuppressionTerm(request.expirationDate(), request.suppressIndefinitely()),
                request.description());
        return new UpdateAuditSuppressionResponse();
    }

    @Override
    public DescribeAuditSuppressionResponse describeAuditSuppression(
            DescribeAuditSuppressionRequest request, CallContext context) {
        var found = suppressions.describe(context.scope(), subject(request.checkName(), request.resourceIdentifier()));
        return DescribeAuditSuppressionResponse.builder()
                .checkName(found.check().value())
                .resourceIdentifier(AuditResources.identifier(found.resource()))
                .expirationDate(found.expiresAt())
                .suppressIndefinitely(found.expiresAt() == null)
                .description(found.description())
                .build();
    }

    @Override
    public DeleteAuditSuppressionResponse deleteAuditSuppression(
            DeleteAuditSuppressionRequest request, CallContext context) {
        suppressions.delete(context.scope(), subject(request.checkName(), request.resourceIdentifier()));
        return new DeleteAuditSuppressionResponse();
    }

    @Override
    public ListAuditSuppressionsResponse listAuditSuppressions(
            ListAuditSuppressionsRequest request, CallContext context) {
        var members = AuditResources.members(request.resourceIdentifier());
        boolean isAscending = !Boolean.FALSE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(
                context, "ListAuditSuppressions", List.of(String.valueOf(request.checkName()), members, isAscending));
        var page = suppressions.list(
                context.scope(),
                request.checkName(),
                members,
                isAscending,
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListAuditSuppressionsResponse.builder()
                .suppressions(page.map(AuditSuppressionOperations::suppression).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static Subject subject(String check, ResourceIdentifier resource) {
        return new Subject(check, AuditResources.members(resource));
    }

    private static AuditSuppression suppression(io.fleetward.audit.suppression.AuditSuppression suppression) {
        return AuditSuppression.builder()
                .checkName(suppression.check().value())
                .resourceIdentifier(AuditResources.identifier(suppression.resource()))
                .expirationDate(suppression.expiresAt())
                .suppressIndefinitely(suppression.expiresAt() == null)
                .description(suppression.description())
                .build();
    }
}
