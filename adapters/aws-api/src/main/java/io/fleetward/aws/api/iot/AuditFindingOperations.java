// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.audit.AuditFindingQueries;
import io.fleetward.application.audit.AuditFindingQueries.Question;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.AuditedResource;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AuditFinding;
import io.fleetward.aws.model.iot.DescribeAuditFindingRequest;
import io.fleetward.aws.model.iot.DescribeAuditFindingResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListAuditFindingsRequest;
import io.fleetward.aws.model.iot.ListAuditFindingsResponse;
import io.fleetward.aws.model.iot.ListRelatedResourcesForAuditFindingRequest;
import io.fleetward.aws.model.iot.ListRelatedResourcesForAuditFindingResponse;
import io.fleetward.aws.model.iot.NonCompliantResource;
import io.fleetward.aws.model.iot.RelatedResource;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Findings of audits and what is related to them. Thread-safe. */
public final class AuditFindingOperations implements IotApi {
    private final AuditFindingQueries queries;
    private final PageTokens tokens;

    public AuditFindingOperations(AuditFindingQueries queries, PageTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    @Override
    public ListAuditFindingsResponse listAuditFindings(ListAuditFindingsRequest request, CallContext context) {
        var question = new Question(
                request.taskId(),
                request.startTime(),
                request.endTime(),
                request.checkName(),
                AuditResources.members(request.resourceIdentifier()),
                request.listSuppressedFindings());
        Paging paging = tokens.bind(context, "ListAuditFindings", question);
        var page = queries.list(
                context.scope(),
                question,
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListAuditFindingsResponse.builder()
                .findings(page.map(finding -> finding(context.scope(), finding)).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public DescribeAuditFindingResponse describeAuditFinding(DescribeAuditFindingRequest request, CallContext context) {
        return DescribeAuditFindingResponse.builder()
                .finding(finding(context.scope(), queries.describe(context.scope(), request.findingId())))
                .build();
    }

    @Override
    public ListRelatedResourcesForAuditFindingResponse listRelatedResourcesForAuditFinding(
            ListRelatedResourcesForAuditFindingRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListRelatedResourcesForAuditFinding", request.findingId());
        var page = queries.related(
                context.scope(),
                request.findingId(),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListRelatedResourcesForAuditFindingResponse.builder()
                .relatedResources(
                        page.map(resource -> related(context.scope(), resource)).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static AuditFinding finding(AccountRegion scope, io.fleetward.audit.finding.AuditFinding finding) {
        List<RelatedResource> related = finding.related().stream()
                .map(resource -> related(scope, resource))
                .toList();
        return AuditFinding.builder()
                .findingId(finding.id())
                .taskId(finding.taskId())
                .checkName(finding.check().value())
                .taskStartTime(finding.taskStartedAt())
                .findingTime(finding.foundAt())
                .severity(finding.severity().name())
                .nonCompliantResource(nonCompliant(finding.resource()))
                .relatedResources(related.isEmpty() ? null : related)
                .reasonForNonCompliance(finding.reason())
                .reasonForNonComplianceCode(finding.code().value())
                .isSuppressed(finding.isSuppressed())
                .build();
    }

    private static NonCompliantResource nonCompliant(AuditedResource resource) {
        return NonCompliantResource.builder()
                .resourceType(resource.identifier().type().name())
                .resourceIdentifier(AuditResources.identifier(resource.identifier()))
                .additionalInfo(additionalInfo(resource))
                .build();
    }

    private static RelatedResource related(AccountRegion scope, AuditedResource resource) {
        return RelatedResource.builder()
                .resourceType(resource.identifier().type().name())
                .resourceIdentifier(AuditResources.related(scope, resource.identifier()))
                .additionalInfo(additionalInfo(resource))
                .build();
    }

    private static @Nullable Map<String, String> additionalInfo(AuditedResource resource) {
        return resource.additionalInfo().isEmpty() ? null : new TreeMap<>(resource.additionalInfo());
    }
}
