// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.standard.AssociationAdministration;
import io.fleetward.application.hub.standard.AssociationAdministration.Membership;
import io.fleetward.application.hub.standard.AssociationAdministration.MembershipId;
import io.fleetward.application.hub.standard.AssociationAdministration.Switch;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.BatchGetStandardsControlAssociationsRequest;
import io.fleetward.aws.model.securityhub.BatchGetStandardsControlAssociationsResponse;
import io.fleetward.aws.model.securityhub.BatchUpdateStandardsControlAssociationsRequest;
import io.fleetward.aws.model.securityhub.BatchUpdateStandardsControlAssociationsResponse;
import io.fleetward.aws.model.securityhub.DescribeStandardsControlsRequest;
import io.fleetward.aws.model.securityhub.DescribeStandardsControlsResponse;
import io.fleetward.aws.model.securityhub.ListStandardsControlAssociationsRequest;
import io.fleetward.aws.model.securityhub.ListStandardsControlAssociationsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.StandardsControl;
import io.fleetward.aws.model.securityhub.StandardsControlAssociationDetail;
import io.fleetward.aws.model.securityhub.StandardsControlAssociationId;
import io.fleetward.aws.model.securityhub.StandardsControlAssociationSummary;
import io.fleetward.aws.model.securityhub.StandardsControlAssociationUpdate;
import io.fleetward.aws.model.securityhub.UnprocessedStandardsControlAssociation;
import io.fleetward.aws.model.securityhub.UnprocessedStandardsControlAssociationUpdate;
import io.fleetward.aws.model.securityhub.UpdateStandardsControlRequest;
import io.fleetward.aws.model.securityhub.UpdateStandardsControlResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import java.util.List;

/** Which controls count in which standards, in the words of today and in older ones. Thread-safe. */
public final class AssociationOperations implements SecurityHubApi {
    private static final int PAGE = 100;
    private static final String ENABLED = "ENABLED";
    private static final String DISABLED = "DISABLED";

    private final AssociationAdministration associations;
    private final PageTokens tokens;

    public AssociationOperations(AssociationAdministration associations, PageTokens tokens) {
        this.associations = associations;
        this.tokens = tokens;
    }

    @Override
    public ListStandardsControlAssociationsResponse listStandardsControlAssociations(
            ListStandardsControlAssociationsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListStandardsControlAssociations", request.securityControlId());
        Page<StandardsControlAssociationSummary> page = associations
                .ofControl(
                        context,
                        request.securityControlId(),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(membership -> summary(context.scope(), membership));
        return ListStandardsControlAssociationsResponse.builder()
                .standardsControlAssociationSummaries(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public BatchGetStandardsControlAssociationsResponse batchGetStandardsControlAssociations(
            BatchGetStandardsControlAssociationsRequest request, CallContext context) {
        List<MembershipId> ids = request.standardsControlAssociationIds().stream()
                .map(id -> new MembershipId(id.securityControlId(), id.standardsArn()))
                .toList();
        var result = associations.find(context, ids);
        return BatchGetStandardsControlAssociationsResponse.builder()
                .standardsControlAssociationDetails(result.results().stream()
                        .map(membership -> detail(context.scope(), membership))
                        .toList())
                .unprocessedAssociations(result.unprocessed().stream()
                        .map(unprocessed -> UnprocessedStandardsControlAssociation.builder()
                                .standardsControlAssociationId(id(unprocessed.entry()))
                                .errorCode(unprocessed.code().name())
                                .errorReason(unprocessed.reason())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public BatchUpdateStandardsControlAssociationsResponse batchUpdateStandardsControlAssociations(
            BatchUpdateStandardsControlAssociationsRequest request, CallContext context) {
        List<Switch> switches = request.standardsControlAssociationUpdates().stream()
                .map(update -> new Switch(
                        new MembershipId(update.securityControlId(), update.standardsArn()),
                        ENABLED.equals(update.associationStatus()),
                        update.updatedReason()))
                .toList();
        return BatchUpdateStandardsControlAssociationsResponse.builder()
                .unprocessedAssociationUpdates(associations.change(context, switches).unprocessed().stream()
                        .map(unprocessed -> UnprocessedStandardsControlAssociationUpdate.builder()
                                .standardsControlAssociationUpdate(update(unprocessed.entry()))
                                .errorCode(unprocessed.code().name())
                                .errorReason(unprocessed.reason())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public DescribeStandardsControlsResponse describeStandardsControls(
            DescribeStandardsControlsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "DescribeStandardsControls", request.standardsSubscriptionArn());
        Page<StandardsControl> page = associations
                .ofSubscription(
                        context,
                        request.standardsSubscriptionArn(),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(membership -> control(context.scope(), membership));
        return DescribeStandardsControlsResponse.builder()
                .controls(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public UpdateStandardsControlResponse updateStandardsControl(
            UpdateStandardsControlRequest request, CallContext context) {
        if (request.controlStatus() == null) {
            throw HubRefusals.invalid("ControlStatus", "data should have required property 'ControlStatus'");
        }
        boolean isEnabled = ENABLED.equals(request.controlStatus());
        associations.change(context, request.standardsControlArn(), isEnabled, request.disabledReason());
        return new UpdateStandardsControlResponse();
    }

    private static String status(Membership membership) {
        return membership.association().isEnabled() ? ENABLED : DISABLED;
    }

    private static StandardsControlAssociationSummary summary(AccountRegion scope, Membership membership) {
        return StandardsControlAssociationSummary.builder()
                .standardsArn(membership.standard().arn(scope.region()))
                .securityControlId(membership.control().id())
                .securityControlArn(membership.control().arn(scope))
                .associationStatus(status(membership))
                .relatedRequirements(List.of())
                .updatedAt(membership.association().updatedAt())
                .updatedReason(membership.association().reason())
                .standardsControlTitle(membership.control().title())
                .standardsControlDescription(membership.control().description())
                .build();
    }

    private static StandardsControlAssociationDetail detail(AccountRegion scope, Membership membership) {
        return StandardsControlAssociationDetail.builder()
                .standardsArn(membership.standard().arn(scope.region()))
                .securityControlId(membership.control().id())
                .securityControlArn(membership.control().arn(scope))
                .associationStatus(status(membership))
                .relatedRequirements(List.of())
                .updatedAt(membership.association().updatedAt())
                .updatedReason(membership.association().reason())
                .standardsControlTitle(membership.control().title())
                .standardsControlDescription(membership.control().description())
                .standardsControlArns(List.of(membership
                        .standard()
                        .controlArn(scope, membership.control().id())))
                .build();
    }

    private static StandardsControl control(AccountRegion scope, Membership membership) {
        return StandardsControl.builder()
                .standardsControlArn(membership
                        .standard()
                        .controlArn(scope, membership.control().id()))
                .controlStatus(status(membership))
                .disabledReason(membership.association().reason())
                .controlStatusUpdatedAt(membership.association().updatedAt())
                .controlId(membership.control().id())
                .title(membership.control().title())
                .description(membership.control().description())
                .remediationUrl(membership.control().remediationUrl())
                .severityRating(membership.control().severity().name())
                .relatedRequirements(List.of())
                .build();
    }

    private static StandardsControlAssociationId id(MembershipId id) {
        return StandardsControlAssociationId.builder()
                .securityControlId(id.controlId())
                .standardsArn(id.standardsArn())
                .build();
    }

    private static StandardsControlAssociationUpdate update(Switch wanted) {
        return StandardsControlAssociationUpdate.builder()
                .standardsArn(wanted.id().standardsArn())
                .securityControlId(wanted.id().controlId())
                .associationStatus(wanted.isEnabled() ? ENABLED : DISABLED)
                .updatedReason(wanted.reason())
                .build();
    }
}
