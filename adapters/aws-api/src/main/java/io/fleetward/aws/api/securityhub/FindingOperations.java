// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.hub.FindingImports;
import io.fleetward.application.hub.FindingQueries;
import io.fleetward.application.hub.FindingQueries.HistoryWindow;
import io.fleetward.application.hub.FindingUpdates;
import io.fleetward.application.hub.ImportReport;
import io.fleetward.application.hub.UpdateReport;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.AwsSecurityFindingIdentifier;
import io.fleetward.aws.model.securityhub.BatchImportFindingsRequest;
import io.fleetward.aws.model.securityhub.BatchImportFindingsResponse;
import io.fleetward.aws.model.securityhub.BatchUpdateFindingsRequest;
import io.fleetward.aws.model.securityhub.BatchUpdateFindingsResponse;
import io.fleetward.aws.model.securityhub.BatchUpdateFindingsUnprocessedFinding;
import io.fleetward.aws.model.securityhub.FindingHistoryRecord;
import io.fleetward.aws.model.securityhub.FindingHistoryUpdate;
import io.fleetward.aws.model.securityhub.FindingHistoryUpdateSource;
import io.fleetward.aws.model.securityhub.GetFindingHistoryRequest;
import io.fleetward.aws.model.securityhub.GetFindingHistoryResponse;
import io.fleetward.aws.model.securityhub.GetFindingsRequest;
import io.fleetward.aws.model.securityhub.GetFindingsResponse;
import io.fleetward.aws.model.securityhub.ImportFindingsError;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.SortCriterion;
import io.fleetward.aws.model.securityhub.UpdateFindingsRequest;
import io.fleetward.aws.model.securityhub.UpdateFindingsResponse;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.kernel.Page;
import java.util.List;

/** Importing, finding and working findings. Thread-safe. */
public final class FindingOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final FindingImports imports;
    private final FindingUpdates updates;
    private final FindingQueries queries;
    private final PageTokens tokens;

    public FindingOperations(
            FindingImports imports, FindingUpdates updates, FindingQueries queries, PageTokens tokens) {
        this.imports = imports;
        this.updates = updates;
        this.queries = queries;
        this.tokens = tokens;
    }

    @Override
    public BatchImportFindingsResponse batchImportFindings(BatchImportFindingsRequest request, CallContext context) {
        ImportReport report = imports.batchImport(context, request.findings());
        return BatchImportFindingsResponse.builder()
                .successCount(report.successCount())
                .failedCount(report.failures().size())
                .failedFindings(report.failures().stream()
                        .map(failure -> ImportFindingsError.builder()
                                .id(failure.id())
                                .errorCode(failure.code())
                                .errorMessage(failure.message())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public BatchUpdateFindingsResponse batchUpdateFindings(BatchUpdateFindingsRequest request, CallContext context) {
        List<FindingIdentifier> identifiers = request.findingIdentifiers().stream()
                .map(identifier -> new FindingIdentifier(identifier.id(), identifier.productArn()))
                .toList();
        UpdateReport report = updates.batchUpdate(context, identifiers, FindingValues.of(request));
        return BatchUpdateFindingsResponse.builder()
                .processedFindings(report.processed().stream()
                        .map(FindingOperations::identifier)
                        .toList())
                .unprocessedFindings(report.unprocessed().stream()
                        .map(FindingOperations::unprocessed)
                        .toList())
                .build();
    }

    @Override
    public UpdateFindingsResponse updateFindings(UpdateFindingsRequest request, CallContext context) {
        updates.updateMatching(context, request.filters(), FindingValues.of(request));
        return new UpdateFindingsResponse();
    }

    @Override
    public GetFindingsResponse getFindings(GetFindingsRequest request, CallContext context) {
        List<SortCriterion> sort = request.sortCriteria() == null ? List.of() : request.sortCriteria();
        Paging paging = tokens.bind(context, "GetFindings", request.filters(), sort);
        Page<Finding> page = queries.find(
                context,
                request.filters(),
                sort.stream().map(FindingOperations::criterion).toList(),
                paging.request(request.maxResults(), PAGE, request.nextToken()));
        return GetFindingsResponse.builder()
                .findings(page.items().stream().map(Finding::document).toList())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public GetFindingHistoryResponse getFindingHistory(GetFindingHistoryRequest request, CallContext context) {
        AwsSecurityFindingIdentifier asked = request.findingIdentifier();
        Paging paging = tokens.bind(context, "GetFindingHistory", asked, request.startTime(), request.endTime());
        Page<FindingHistoryRecord> page = queries.history(
                        context,
                        new FindingIdentifier(asked.id(), asked.productArn()),
                        new HistoryWindow(request.startTime(), request.endTime()),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(change -> record(asked, change));
        return GetFindingHistoryResponse.builder()
                .records(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    private static FindingQueries.SortCriterion criterion(SortCriterion criterion) {
        String field = criterion.field() == null ? "" : criterion.field();
        return new FindingQueries.SortCriterion(field, "desc".equals(criterion.sortOrder()));
    }

    private static AwsSecurityFindingIdentifier identifier(FindingIdentifier identifier) {
        return AwsSecurityFindingIdentifier.builder()
                .id(identifier.id())
                .productArn(identifier.productArn())
                .build();
    }

    private static BatchUpdateFindingsUnprocessedFinding unprocessed(UpdateReport.Unprocessed finding) {
        return BatchUpdateFindingsUnprocessedFinding.builder()
                .findingIdentifier(identifier(finding.identifier()))
                .errorCode(finding.reason().code())
                .errorMessage(finding.reason().message())
                .build();
    }

    private static FindingHistoryRecord record(AwsSecurityFindingIdentifier asked, FindingChange change) {
        return FindingHistoryRecord.builder()
                .findingIdentifier(asked)
                .updateTime(change.at())
                .findingCreated(change.created())
                .updateSource(FindingHistoryUpdateSource.builder()
                        .type(change.source().call().name())
                        .identity(change.source().identity())
                        .build())
                .updates(change.updates().stream()
                        .map(update -> FindingHistoryUpdate.builder()
                                .updatedField(update.field())
                                .oldValue(update.oldValue())
                                .newValue(update.newValue())
                                .build())
                        .toList())
                .build();
    }
}
