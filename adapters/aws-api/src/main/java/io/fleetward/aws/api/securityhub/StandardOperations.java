// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.standard.StandardsAdministration;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.BatchDisableStandardsRequest;
import io.fleetward.aws.model.securityhub.BatchDisableStandardsResponse;
import io.fleetward.aws.model.securityhub.BatchEnableStandardsRequest;
import io.fleetward.aws.model.securityhub.BatchEnableStandardsResponse;
import io.fleetward.aws.model.securityhub.DescribeStandardsRequest;
import io.fleetward.aws.model.securityhub.DescribeStandardsResponse;
import io.fleetward.aws.model.securityhub.GetEnabledStandardsRequest;
import io.fleetward.aws.model.securityhub.GetEnabledStandardsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.Standard;
import io.fleetward.aws.model.securityhub.StandardsManagedBy;
import io.fleetward.aws.model.securityhub.StandardsSubscription;
import io.fleetward.aws.model.securityhub.StandardsSubscriptionRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of standards, and those that an account is held to. Thread-safe.
 *
 * <p>Deviation: a subscription is ready as soon as it is there, since its controls can be changed at once.
 */
public final class StandardOperations implements SecurityHubApi {
    private static final int PAGE = 100;
    private static final String READY = "READY";
    private static final String DELETING = "DELETING";

    private final StandardsAdministration standards;
    private final PageTokens tokens;

    public StandardOperations(StandardsAdministration standards, PageTokens tokens) {
        this.standards = standards;
        this.tokens = tokens;
    }

    @Override
    public DescribeStandardsResponse describeStandards(DescribeStandardsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "DescribeStandards");
        Page<Standard> page = standards
                .describe(context, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(standard -> standard(context.scope(), standard));
        return DescribeStandardsResponse.builder()
                .standards(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public BatchEnableStandardsResponse batchEnableStandards(BatchEnableStandardsRequest request, CallContext context) {
        List<String> wanted = request.standardsSubscriptionRequests().stream()
                .map(StandardsSubscriptionRequest::standardsArn)
                .toList();
        return BatchEnableStandardsResponse.builder()
                .standardsSubscriptions(standards.enable(context, wanted).stream()
                        .map(standard -> subscription(context.scope(), standard, READY))
                        .toList())
                .build();
    }

    @Override
    public BatchDisableStandardsResponse batchDisableStandards(
            BatchDisableStandardsRequest request, CallContext context) {
        return BatchDisableStandardsResponse.builder()
                .standardsSubscriptions(standards.disable(context, request.standardsSubscriptionArns()).stream()
                        .map(standard -> subscription(context.scope(), standard, DELETING))
                        .toList())
                .build();
    }

    @Override
    public GetEnabledStandardsResponse getEnabledStandards(GetEnabledStandardsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "GetEnabledStandards", request.standardsSubscriptionArns());
        Page<StandardsSubscription> page = standards
                .enabled(
                        context,
                        request.standardsSubscriptionArns(),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(standard -> subscription(context.scope(), standard, READY));
        return GetEnabledStandardsResponse.builder()
                .standardsSubscriptions(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    private static Standard standard(AccountRegion scope, io.fleetward.hub.standard.Standard standard) {
        String company = standard.isEvaluated() ? "Fleetward" : "AWS";
        String product = standard.isEvaluated() ? "Fleetward" : "Security Hub";
        return Standard.builder()
                .standardsArn(standard.arn(scope.region()))
                .name(standard.name())
                .description(standard.description())
                .enabledByDefault(standard.isEnabledByDefault())
                .standardsManagedBy(StandardsManagedBy.builder()
                        .company(company)
                        .product(product)
                        .build())
                .build();
    }

    private static StandardsSubscription subscription(
            AccountRegion scope, io.fleetward.hub.standard.Standard standard, String status) {
        return StandardsSubscription.builder()
                .standardsSubscriptionArn(standard.subscriptionArn(scope))
                .standardsArn(standard.arn(scope.region()))
                .standardsInput(Map.of())
                .standardsStatus(status)
                .standardsControlsUpdatable(READY.equals(status) ? "READY_FOR_UPDATES" : "NOT_READY_FOR_UPDATES")
                .build();
    }
}
