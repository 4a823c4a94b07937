// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.archive.Archive;
import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.ArchiveAdministration;
import io.fleetward.application.events.archive.ArchiveAdministration.Draft;
import io.fleetward.application.events.archive.ArchiveAdministration.Filter;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.CreateArchiveRequest;
import io.fleetward.aws.model.events.CreateArchiveResponse;
import io.fleetward.aws.model.events.DeleteArchiveRequest;
import io.fleetward.aws.model.events.DeleteArchiveResponse;
import io.fleetward.aws.model.events.DescribeArchiveRequest;
import io.fleetward.aws.model.events.DescribeArchiveResponse;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListArchivesRequest;
import io.fleetward.aws.model.events.ListArchivesResponse;
import io.fleetward.aws.model.events.UpdateArchiveRequest;
import io.fleetward.aws.model.events.UpdateArchiveResponse;

/** Archives of event buses. Thread-safe. */
public final class ArchiveOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;
    private static final String ENABLED = "ENABLED";

    private final ArchiveAdministration archives;
    private final PageTokens tokens;

    public ArchiveOperations(ArchiveAdministration archives, PageTokens tokens) {
        this.archives = archives;
        this.tokens = tokens;
    }

    @Override
    public CreateArchiveResponse createArchive(CreateArchiveRequest request, CallContext context) {
        var draft = new Draft(request.description(), request.eventPattern(), request.retentionDays());
        Archive archive = archives.create(context.scope(), request.archiveName(), request.eventSourceArn(), draft);
        return CreateArchiveResponse.builder()
                .archiveArn(archive.arn().toString())
                .state(ENABLED)
                .creationTime(archive.createdAt())
                .build();
    }

    @Override
    public UpdateArchiveResponse updateArchive(UpdateArchiveRequest request, CallContext context) {
        var draft = new Draft(request.description(), request.eventPattern(), request.retentionDays());
        Archive archive = archives.update(context.scope(), request.archiveName(), draft);
        return UpdateArchiveResponse.builder()
                .archiveArn(archive.arn().toString())
                .state(ENABLED)
                .creationTime(archive.createdAt())
                .build();
    }

    @Override
    public DescribeArchiveResponse describeArchive(DescribeArchiveRequest request, CallContext context) {
        Holding known = archives.describe(context.scope(), request.archiveName());
        Archive archive = known.archive();
        return DescribeArchiveResponse.builder()
                .archiveArn(archive.arn().toString())
                .archiveName(archive.name())
                .eventSourceArn(archive.source().toString())
                .description(archive.description())
                .eventPattern(archive.pattern())
                .state(ENABLED)
                .retentionDays(archive.retentionDays())
                .sizeBytes(known.size().bytes())
                .eventCount(known.size().events())
                .creationTime(archive.createdAt())
                .build();
    }

    @Override
    public DeleteArchiveResponse deleteArchive(DeleteArchiveRequest request, CallContext context) {
        archives.delete(context.scope(), request.archiveName());
        return new DeleteArchiveResponse();
    }

    @Override
    public ListArchivesResponse listArchives(ListArchivesRequest request, CallContext context) {
        Paging paging =
                tokens.bind(context, "ListArchives", request.namePrefix(), request.eventSourceArn(), request.state());
        var page = archives.list(
                context.scope(),
                new Filter(request.namePrefix(), request.eventSourceArn(), request.state()),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListArchivesResponse.builder()
                .archives(page.items().stream().map(ArchiveOperations::listed).toList())
                .nextToken(paging.token(page))
                .build();
    }

    private static io.fleetward.aws.model.events.Archive listed(Holding known) {
        return io.fleetward.aws.model.events.Archive.builder()
                .archiveName(known.archive().name())
                .eventSourceArn(known.archive().source().toString())
                .state(ENABLED)
                .retentionDays(known.archive().retentionDays())
                .sizeBytes(known.size().bytes())
                .eventCount(known.size().events())
                .creationTime(known.archive().createdAt())
                .build();
    }
}
