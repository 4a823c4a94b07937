// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.AutomationRuleArns;
import io.fleetward.application.hub.RuleApplicationRegistry;
import io.fleetward.application.hub.RuleTrials;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.ApplyAutomationRuleRequest;
import io.fleetward.aws.model.fleetward.ApplyAutomationRuleResponse;
import io.fleetward.aws.model.fleetward.AutomationRuleApplication;
import io.fleetward.aws.model.fleetward.CancelAutomationRuleApplicationRequest;
import io.fleetward.aws.model.fleetward.CancelAutomationRuleApplicationResponse;
import io.fleetward.aws.model.fleetward.DescribeAutomationRuleApplicationRequest;
import io.fleetward.aws.model.fleetward.DescribeAutomationRuleApplicationResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListAutomationRuleApplicationsRequest;
import io.fleetward.aws.model.fleetward.ListAutomationRuleApplicationsResponse;
import io.fleetward.aws.model.fleetward.PreviewAutomationRuleRequest;
import io.fleetward.aws.model.fleetward.PreviewAutomationRuleResponse;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;

/** Rules and the findings that are stored already: what they would be about, and carrying them there. Thread-safe. */
public final class RuleApplicationOperations implements FleetwardApi {
    private static final int PAGE = 25;
    private static final int SAMPLE = 10;

    private final RuleTrials trials;
    private final RuleApplicationRegistry applications;
    private final PageTokens tokens;

    public RuleApplicationOperations(RuleTrials trials, RuleApplicationRegistry applications, PageTokens tokens) {
        this.trials = trials;
        this.applications = applications;
        this.tokens = tokens;
    }

    @Override
    public PreviewAutomationRuleResponse previewAutomationRule(
            PreviewAutomationRuleRequest request, CallContext context) {
        int sampleSize = request.sampleSize() == null ? SAMPLE : request.sampleSize();
        RuleTrials.Preview preview;
        if (request.criteria() != null && request.ruleArn() == null) {
            preview = trials.preview(context, request.criteria(), sampleSize);
        } else if (request.ruleArn() != null && request.criteria() == null) {
            preview = trials.preview(context, request.ruleArn(), sampleSize);
        } else {
            throw new ApiException(HubError.INVALID_INPUT, "Give either criteria or ruleArn");
        }
        return PreviewAutomationRuleResponse.builder()
                .matchedFindings(preview.matched())
                .isComplete(preview.isComplete())
                .sample(preview.sample().stream().map(Finding::document).toList())
                .build();
    }

    @Override
    public ApplyAutomationRuleResponse applyAutomationRule(ApplyAutomationRuleRequest request, CallContext context) {
        return ApplyAutomationRuleResponse.builder()
                .applicationId(applications.start(context, request.ruleArn()))
                .build();
    }

    @Override
    public DescribeAutomationRuleApplicationResponse describeAutomationRuleApplication(
            DescribeAutomationRuleApplicationRequest request, CallContext context) {
        return DescribeAutomationRuleApplicationResponse.builder()
                .application(shown(context.scope(), applications.describe(context, request.applicationId())))
                .build();
    }

    @Override
    public ListAutomationRuleApplicationsResponse listAutomationRuleApplications(
            ListAutomationRuleApplicationsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAutomationRuleApplications");
        var page = applications.list(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListAutomationRuleApplicationsResponse.builder()
                .applications(page.map(application -> shown(context.scope(), application))
                        .items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public CancelAutomationRuleApplicationResponse cancelAutomationRuleApplication(
            CancelAutomationRuleApplicationRequest request, CallContext context) {
        applications.cancel(context, request.applicationId());
        return new CancelAutomationRuleApplicationResponse();
    }

    private static AutomationRuleApplication shown(AccountRegion scope, RuleApplication application) {
        return AutomationRuleApplication.builder()
                .applicationId(application.id())
                .ruleArn(AutomationRuleArns.of(scope, application.ruleId()))
                .status(application.status().name())
                .progressPercent(application.progressPercent())
                .matchedFindings(application.matched())
                .changedFindings(application.changed())
                .startedAt(application.startedAt())
                .startedBy(application.startedBy())
                .endedAt(application.endedAt())
                .build();
    }
}
