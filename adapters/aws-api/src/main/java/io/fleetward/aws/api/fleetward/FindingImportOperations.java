// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.hub.FindingImportRun;
import io.fleetward.application.hub.FindingImportUndo;
import io.fleetward.application.hub.FindingImportUndo.Undone;
import io.fleetward.application.hub.FindingImporter;
import io.fleetward.application.hub.ImportCounts;
import io.fleetward.application.hub.ImportOrder;
import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.application.hub.ImportReport;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.DescribeFindingImportRequest;
import io.fleetward.aws.model.fleetward.DescribeFindingImportResponse;
import io.fleetward.aws.model.fleetward.FindingImport;
import io.fleetward.aws.model.fleetward.FindingImportCoverage;
import io.fleetward.aws.model.fleetward.FindingImportFailure;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ImportFindingsRequest;
import io.fleetward.aws.model.fleetward.ImportFindingsResponse;
import io.fleetward.aws.model.fleetward.ListFindingImportsRequest;
import io.fleetward.aws.model.fleetward.ListFindingImportsResponse;
import io.fleetward.aws.model.fleetward.UndoFindingImportRequest;
import io.fleetward.aws.model.fleetward.UndoFindingImportResponse;
import io.fleetward.kernel.Page;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Findings that come from elsewhere, and taking them back. Thread-safe. */
public final class FindingImportOperations implements FleetwardApi {
    private static final int FALLBACK = 25;

    private final FindingImporter importer;
    private final FindingImportUndo undo;
    private final PageTokens tokens;

    public FindingImportOperations(FindingImporter importer, FindingImportUndo undo, PageTokens tokens) {
        this.importer = importer;
        this.undo = undo;
        this.tokens = tokens;
    }

    @Override
    public ImportFindingsResponse importFindings(ImportFindingsRequest request, CallContext context) {
        FindingImportRun run = importer.run(
                context,
                new ImportOrder(
                        request.format(),
                        request.content(),
                        request.product(),
                        request.columns() == null ? Map.of() : request.columns(),
                        coverage(request.closeCovered()),
                        Objects.requireNonNullElse(request.lenient(), false),
                        Objects.requireNonNullElse(request.dryRun(), false)));
        return ImportFindingsResponse.builder().findingImport(shown(run)).build();
    }

    @Override
    public DescribeFindingImportResponse describeFindingImport(
            DescribeFindingImportRequest request, CallContext context) {
        return DescribeFindingImportResponse.builder()
                .findingImport(shown(importer.describe(context, request.importId())))
                .build();
    }

    @Override
    public ListFindingImportsResponse listFindingImports(ListFindingImportsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListFindingImports", "");
        Page<FindingImportRun> page =
                importer.list(context, paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListFindingImportsResponse.builder()
                .imports(page.map(FindingImportOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public UndoFindingImportResponse undoFindingImport(UndoFindingImportRequest request, CallContext context) {
        Undone undone = undo.undo(context, request.importId());
        return UndoFindingImportResponse.builder()
                .restoredCount((long) undone.restored())
                .archivedCount((long) undone.archived())
                .skippedCount((long) undone.skipped())
                .build();
    }

    private static @Nullable Coverage coverage(@Nullable FindingImportCoverage coverage) {
        return coverage == null
                ? null
                : new Coverage(coverage.product(), coverage.generatorIdPrefix(), coverage.resourceIdPrefix());
    }

    private static FindingImport shown(FindingImportRun run) {
        ImportCounts counts = run.counts();
        Coverage closed = run.closed();
        return FindingImport.builder()
                .importId(run.id().isEmpty() ? null : run.id())
                .format(run.format())
                .importedBy(run.importedBy())
                .startTime(run.startedAt())
                .endTime(run.endedAt())
                .undoTime(run.undoneAt())
                .closeCovered(closed == null ? null : shown(closed))
                .notClosed(run.notClosed())
                .createdCount((long) counts.created())
                .updatedCount((long) counts.updated())
                .reopenedCount((long) counts.reopened())
                .closedCount((long) counts.closed())
                .untouchedCount((long) counts.untouched())
                .failedCount((long) counts.failed())
                .failures(run.failures().stream()
                        .map(FindingImportOperations::shown)
                        .toList())
                .warnings(run.warnings())
                .build();
    }

    private static FindingImportCoverage shown(Coverage coverage) {
        return FindingImportCoverage.builder()
                .product(coverage.product())
                .generatorIdPrefix(coverage.generatorPrefix())
                .resourceIdPrefix(coverage.resourcePrefix())
                .build();
    }

    private static FindingImportFailure shown(ImportReport.Failure failure) {
        return FindingImportFailure.builder()
                .id(failure.id())
                .errorCode(failure.code())
                .errorMessage(failure.message())
                .build();
    }
}
