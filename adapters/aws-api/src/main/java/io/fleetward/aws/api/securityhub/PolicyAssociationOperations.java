// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.central.PolicyAssociationAdministration;
import io.fleetward.application.hub.central.PolicyAssociationAdministration.TargetName;
import io.fleetward.application.hub.central.PolicyAssociationAdministration.Unfound;
import io.fleetward.application.hub.central.PolicyAssociationAdministration.Wanted;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.AssociationFilters;
import io.fleetward.aws.model.securityhub.BatchGetConfigurationPolicyAssociationsRequest;
import io.fleetward.aws.model.securityhub.BatchGetConfigurationPolicyAssociationsResponse;
import io.fleetward.aws.model.securityhub.ConfigurationPolicyAssociation;
import io.fleetward.aws.model.securityhub.ConfigurationPolicyAssociationSummary;
import io.fleetward.aws.model.securityhub.GetConfigurationPolicyAssociationRequest;
import io.fleetward.aws.model.securityhub.GetConfigurationPolicyAssociationResponse;
import io.fleetward.aws.model.securityhub.ListConfigurationPolicyAssociationsRequest;
import io.fleetward.aws.model.securityhub.ListConfigurationPolicyAssociationsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.StartConfigurationPolicyAssociationRequest;
import io.fleetward.aws.model.securityhub.StartConfigurationPolicyAssociationResponse;
import io.fleetward.aws.model.securityhub.StartConfigurationPolicyDisassociationRequest;
import io.fleetward.aws.model.securityhub.StartConfigurationPolicyDisassociationResponse;
import io.fleetward.aws.model.securityhub.Target;
import io.fleetward.aws.model.securityhub.UnprocessedConfigurationPolicyAssociation;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.kernel.Page;
import org.jspecify.annotations.Nullable;

/** For whom configuration policies are, and how far they are carried out. Thread-safe. */
public final class PolicyAssociationOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final PolicyAssociationAdministration associations;
    private final PageTokens tokens;

    public PolicyAssociationOperations(PolicyAssociationAdministration associations, PageTokens tokens) {
        this.associations = associations;
        this.tokens = tokens;
    }

    @Override
    public StartConfigurationPolicyAssociationResponse startConfigurationPolicyAssociation(
            StartConfigurationPolicyAssociationRequest request, CallContext context) {
        PolicyAssociation started =
                associations.start(context, request.configurationPolicyIdentifier(), name(request.target()));
        return StartConfigurationPolicyAssociationResponse.builder()
                .configurationPolicyId(started.configurationId())
                .targetId(started.target().id())
                .targetType(started.target().kind().name())
                .associationType(started.type().name())
                .updatedAt(started.updatedAt())
                .associationStatus(started.status().name())
                .associationStatusMessage(started.message())
                .build();
    }

    @Override
    public StartConfigurationPolicyDisassociationResponse startConfigurationPolicyDisassociation(
            StartConfigurationPolicyDisassociationRequest request, CallContext context) {
        associations.stop(context, request.configurationPolicyIdentifier(), name(request.target()));
        return new StartConfigurationPolicyDisassociationResponse();
    }

    @Override
    public GetConfigurationPolicyAssociationResponse getConfigurationPolicyAssociation(
            GetConfigurationPolicyAssociationRequest request, CallContext context) {
        PolicyAssociation found = associations.get(context, name(request.target()));
        return GetConfigurationPolicyAssociationResponse.builder()
                .configurationPolicyId(found.configurationId())
                .targetId(found.target().id())
                .targetType(found.target().kind().name())
                .associationType(found.type().name())
                .updatedAt(found.updatedAt())
                .associationStatus(found.status().name())
                .associationStatusMessage(found.message())
                .build();
    }

    @Override
    public BatchGetConfigurationPolicyAssociationsResponse batchGetConfigurationPolicyAssociations(
            BatchGetConfigurationPolicyAssociationsRequest request, CallContext context) {
        var found = associations.batchGet(
                context,
                request.configurationPolicyAssociationIdentifiers().stream()
                        .map(identifier -> name(identifier.target()))
                        .toList());
        return BatchGetConfigurationPolicyAssociationsResponse.builder()
                .configurationPolicyAssociations(found.associations().stream()
                        .map(PolicyAssociationOperations::summary)
                        .toList())
                .unprocessedConfigurationPolicyAssociations(found.unfound().stream()
                        .map(PolicyAssociationOperations::unprocessed)
                        .toList())
                .build();
    }

    @Override
    public ListConfigurationPolicyAssociationsResponse listConfigurationPolicyAssociations(
            ListConfigurationPolicyAssociationsRequest request, CallContext context) {
        AssociationFilters filters = request.filters();
        Wanted wanted = filters == null
                ? new Wanted(null, null, null)
                : new Wanted(
                        filters.configurationPolicyId(),
                        filters.associationType() == null
                                ? null
                                : PolicyAssociation.Type.valueOf(filters.associationType()),
                        filters.associationStatus() == null
                                ? null
                                : PolicyAssociation.Status.valueOf(filters.associationStatus()));
        Paging paging = tokens.bind(context, "ListConfigurationPolicyAssociations", String.valueOf(filters));
        Page<ConfigurationPolicyAssociationSummary> page = associations
                .list(context, wanted, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(PolicyAssociationOperations::summary);
        return ListConfigurationPolicyAssociationsResponse.builder()
                .configurationPolicyAssociationSummaries(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ConfigurationPolicyAssociationSummary summary(PolicyAssociation association) {
        return ConfigurationPolicyAssociationSummary.builder()
                .configurationPolicyId(association.configurationId())
                .targetId(association.target().id())
                .targetType(association.target().kind().name())
                .associationType(association.type().name())
                .updatedAt(association.updatedAt())
                .associationStatus(association.status().name())
                .associationStatusMessage(association.message())
                .build();
    }

    private static UnprocessedConfigurationPolicyAssociation unprocessed(Unfound unfound) {
        TargetName name = unfound.target();
        Target target = Target.builder()
                .accountId(name.accountId())
                .organizationalUnitId(name.unitId())
                .rootId(name.rootId())
                .build();
        return UnprocessedConfigurationPolicyAssociation.builder()
                .configurationPolicyAssociationIdentifiers(
                        ConfigurationPolicyAssociation.builder().target(target).build())
                .errorCode(String.valueOf(unfound.status()))
                .errorReason(unfound.reason())
                .build();
    }

    private static TargetName name(@Nullable Target target) {
        return target == null
                ? new TargetName(null, null, null)
                : new TargetName(target.accountId(), target.organizationalUnitId(), target.rootId());
    }
}
