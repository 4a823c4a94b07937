// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.audit.CustomCheckRegistry;
import io.fleetward.application.audit.CustomCheckRegistry.Wish;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.check.CustomAuditCheck.Trial;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.CustomCheckPatch;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.AuditCheck;
import io.fleetward.aws.model.fleetward.AuditCheckTemplate;
import io.fleetward.aws.model.fleetward.CreateAuditCheckRequest;
import io.fleetward.aws.model.fleetward.CreateAuditCheckResponse;
import io.fleetward.aws.model.fleetward.DeleteAuditCheckRequest;
import io.fleetward.aws.model.fleetward.DeleteAuditCheckResponse;
import io.fleetward.aws.model.fleetward.DescribeAuditCheckRequest;
import io.fleetward.aws.model.fleetward.DescribeAuditCheckResponse;
import io.fleetward.aws.model.fleetward.FlaggedResource;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListAuditCheckTemplatesRequest;
import io.fleetward.aws.model.fleetward.ListAuditCheckTemplatesResponse;
import io.fleetward.aws.model.fleetward.ListAuditChecksRequest;
import io.fleetward.aws.model.fleetward.ListAuditChecksResponse;
import io.fleetward.aws.model.fleetward.TestAuditCheckRequest;
import io.fleetward.aws.model.fleetward.TestAuditCheckResponse;
import io.fleetward.aws.model.fleetward.UpdateAuditCheckRequest;
import io.fleetward.aws.model.fleetward.UpdateAuditCheckResponse;
import io.fleetward.kernel.Page;
import java.util.Objects;

/** The checks that accounts write themselves. Thread-safe. */
public final class CustomCheckOperations implements FleetwardApi {
    private static final int FALLBACK = 25;

    /** What a test that names no check calls the one that it makes up. */
    private static final String NAMELESS = CustomCheck.PREFIX + "TEST";

    private final CustomCheckRegistry registry;
    private final PageTokens tokens;

    public CustomCheckOperations(CustomCheckRegistry registry, PageTokens tokens) {
        this.registry = registry;
        this.tokens = tokens;
    }

    @Override
    public CreateAuditCheckResponse createAuditCheck(CreateAuditCheckRequest request, CallContext context) {
        var patch = new CustomCheckPatch(
                request.title(),
                request.description(),
                request.severity(),
                request.resourceType(),
                request.expression(),
                request.reasonCode(),
                request.reason(),
                request.remediation());
        registry.create(
                context.scope(), request.checkName(), new Wish(request.templateName(), patch, request.enabled()));
        return new CreateAuditCheckResponse();
    }

    @Override
    public UpdateAuditCheckResponse updateAuditCheck(UpdateAuditCheckRequest request, CallContext context) {
        var patch = new CustomCheckPatch(
                request.title(),
                request.description(),
                request.severity(),
                request.resourceType(),
                request.expression(),
                request.reasonCode(),
                request.reason(),
                request.remediation());
        registry.update(context.scope(), request.checkName(), new Wish(null, patch, request.enabled()));
        return new UpdateAuditCheckResponse();
    }

    @Override
    public DescribeAuditCheckResponse describeAuditCheck(DescribeAuditCheckRequest request, CallContext context) {
        return DescribeAuditCheckResponse.builder()
                .check(shown(registry.describe(context.scope(), request.checkName())))
                .build();
    }

    @Override
    public DeleteAuditCheckResponse deleteAuditCheck(DeleteAuditCheckRequest request, CallContext context) {
        registry.delete(context.scope(), request.checkName());
        return new DeleteAuditCheckResponse();
    }

    @Override
    public ListAuditChecksResponse listAuditChecks(ListAuditChecksRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAuditChecks", "");
        var page = registry.list(context.scope(), paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListAuditChecksResponse.builder()
                .checks(page.map(CustomCheckOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListAuditCheckTemplatesResponse listAuditCheckTemplates(
            ListAuditCheckTemplatesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAuditCheckTemplates", "");
        var asked = paging.request(request.maxResults(), FALLBACK, request.nextToken());
        int from = asked.after() == null ? 0 : Integer.parseInt(asked.after());
        int to = Math.min(from + asked.limit(), CheckTemplates.ALL.size());
        var page = new Page<>(
                CheckTemplates.ALL.subList(from, to), to == CheckTemplates.ALL.size() ? null : String.valueOf(to));
        return ListAuditCheckTemplatesResponse.builder()
                .templates(page.map(CustomCheckOperations::template).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public TestAuditCheckResponse testAuditCheck(TestAuditCheckRequest request, CallContext context) {
        Trial trial = trial(request, context, Objects.requireNonNullElse(request.maxResults(), FALLBACK));
        return TestAuditCheckResponse.builder()
                .judgedResourcesCount(trial.judged())
                .flaggedResourcesCount(trial.flagged())
                .complete(trial.isComplete())
                .fault(trial.fault())
                .flaggedResources(trial.first().stream()
                        .map(CustomCheckOperations::flagged)
                        .toList())
                .build();
    }

    private Trial trial(TestAuditCheckRequest request, CallContext context, int shown) {
        String name = request.checkName();
        boolean isMadeUp =
                request.templateName() != null || request.expression() != null || request.resourceType() != null;
        if (!isMadeUp && name == null) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "Give a checkName, a templateName, or an expression and a resourceType");
        }
        if (!isMadeUp) {
            return registry.test(context.scope(), Objects.requireNonNull(name), shown);
        }
        // What such a check would say about its findings is nobody's business yet.
        var patch = new CustomCheckPatch(
                "Test", "", "LOW", request.resourceType(), request.expression(), "TEST", "Test.", "");
        return registry.test(
                context.scope(),
                Objects.requireNonNullElse(name, NAMELESS),
                new Wish(request.templateName(), patch, null),
                shown);
    }

    private static AuditCheck shown(CustomCheckRegistry.Shown shown) {
        CustomCheck check = shown.kept().check();
        return AuditCheck.builder()
                .checkName(check.name().value())
                .title(check.title())
                .description(check.description())
                .severity(check.severity().name())
                .resourceType(check.subject().name())
                .expression(check.expression())
                .reasonCode(check.reasonCode().value())
                .reason(check.reason())
                .remediation(check.remediation())
                .enabled(shown.isEnabled())
                .creationDate(shown.kept().createdAt())
                .lastModifiedDate(shown.kept().modifiedAt())
                .build();
    }

    private static AuditCheckTemplate template(CustomCheck template) {
        return AuditCheckTemplate.builder()
                .templateName(template.name().value())
                .title(template.title())
                .description(template.description())
                .severity(template.severity().name())
                .resourceType(template.subject().name())
                .expression(template.expression())
                .reasonCode(template.reasonCode().value())
                .reason(template.reason())
                .remediation(template.remediation())
                .build();
    }

    private static FlaggedResource flagged(AuditedResource resource) {
        return FlaggedResource.builder()
                .resourceType(resource.identifier().type().name())
                .resourceIdentifier(resource.identifier().members())
                .facts(resource.additionalInfo())
                .build();
    }
}
