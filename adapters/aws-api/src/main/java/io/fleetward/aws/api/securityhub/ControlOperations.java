// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.standard.ControlAdministration;
import io.fleetward.application.hub.standard.ControlAdministration.ControlState;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.BatchGetSecurityControlsRequest;
import io.fleetward.aws.model.securityhub.BatchGetSecurityControlsResponse;
import io.fleetward.aws.model.securityhub.ConfigurationOptions;
import io.fleetward.aws.model.securityhub.GetSecurityControlDefinitionRequest;
import io.fleetward.aws.model.securityhub.GetSecurityControlDefinitionResponse;
import io.fleetward.aws.model.securityhub.ListSecurityControlDefinitionsRequest;
import io.fleetward.aws.model.securityhub.ListSecurityControlDefinitionsResponse;
import io.fleetward.aws.model.securityhub.ParameterConfiguration;
import io.fleetward.aws.model.securityhub.ParameterDefinition;
import io.fleetward.aws.model.securityhub.ParameterValue;
import io.fleetward.aws.model.securityhub.SecurityControl;
import io.fleetward.aws.model.securityhub.SecurityControlDefinition;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.StringListConfigurationOptions;
import io.fleetward.aws.model.securityhub.UnprocessedSecurityControl;
import io.fleetward.aws.model.securityhub.UpdateSecurityControlRequest;
import io.fleetward.aws.model.securityhub.UpdateSecurityControlResponse;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue of security controls, and what accounts have them demand. Thread-safe. */
public final class ControlOperations implements SecurityHubApi {
    private static final int PAGE = 100;
    private static final String CUSTOM = "CUSTOM";

    private final ControlAdministration controls;
    private final PageTokens tokens;

    public ControlOperations(ControlAdministration controls, PageTokens tokens) {
        this.controls = controls;
        this.tokens = tokens;
    }

    @Override
    public ListSecurityControlDefinitionsResponse listSecurityControlDefinitions(
            ListSecurityControlDefinitionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListSecurityControlDefinitions", request.standardsArn());
        Page<SecurityControlDefinition> page = controls.definitions(
                        context,
                        request.standardsArn(),
                        paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(ControlOperations::definition);
        return ListSecurityControlDefinitionsResponse.builder()
                .securityControlDefinitions(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public GetSecurityControlDefinitionResponse getSecurityControlDefinition(
            GetSecurityControlDefinitionRequest request, CallContext context) {
        return GetSecurityControlDefinitionResponse.builder()
                .securityControlDefinition(definition(controls.definition(context, request.securityControlId())))
                .build();
    }

    @Override
    public BatchGetSecurityControlsResponse batchGetSecurityControls(
            BatchGetSecurityControlsRequest request, CallContext context) {
        var result = controls.controls(context, request.securityControlIds());
        return BatchGetSecurityControlsResponse.builder()
                .securityControls(result.results().stream()
                        .map(state -> control(context.scope(), state))
                        .toList())
                .unprocessedIds(result.unprocessed().stream()
                        .map(unprocessed -> UnprocessedSecurityControl.builder()
                                .securityControlId(unprocessed.entry())
                                .errorCode(unprocessed.code().name())
                                .errorReason(unprocessed.reason())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public UpdateSecurityControlResponse updateSecurityControl(
            UpdateSecurityControlRequest request, CallContext context) {
        var changes = new TreeMap<String, ParameterChange>();
        request.parameters().forEach((name, parameter) -> changes.put(name, PolicyValues.change(parameter)));
        controls.update(context, request.securityControlId(), changes, request.lastUpdateReason());
        return new UpdateSecurityControlResponse();
    }

    private static SecurityControlDefinition definition(io.fleetward.hub.standard.SecurityControl control) {
        return SecurityControlDefinition.builder()
                .securityControlId(control.id())
                .title(control.title())
                .description(control.description())
                .remediationUrl(control.remediationUrl())
                .severityRating(control.severity().name())
                .currentRegionAvailability("AVAILABLE")
                .customizableProperties(control.demandsTags() ? List.of("Parameters") : List.of())
                .parameterDefinitions(control.demandsTags() ? Map.of(TagRequirement.PARAMETER, tagKeys()) : Map.of())
                .build();
    }

    private static ParameterDefinition tagKeys() {
        return ParameterDefinition.builder()
                .description("The tag keys that a resource must have. Tag keys are case sensitive.")
                .configurationOptions(ConfigurationOptions.builder()
                        .stringList(StringListConfigurationOptions.builder()
                                .defaultValue(List.of())
                                .re2Expression(TagRequirement.KEY)
                                .maxItems(TagRequirement.MAX_KEYS)
                                .expressionDescription("A key that a tag can have; not one of the system's.")
                                .build())
                        .build())
                .build();
    }

    private static SecurityControl control(AccountRegion scope, ControlState state) {
        var control = state.control();
        return SecurityControl.builder()
                .securityControlId(control.id())
                .securityControlArn(control.arn(scope))
                .title(control.title())
                .description(control.description())
                .remediationUrl(control.remediationUrl())
                .severityRating(control.severity().name())
                .securityControlStatus(state.isEnabled() ? "ENABLED" : "DISABLED")
                .updateStatus("READY")
                .parameters(control.demandsTags() ? Map.of(TagRequirement.PARAMETER, parameter(state)) : Map.of())
                .lastUpdateReason(
                        state.customization() == null
                                ? null
                                : state.customization().reason())
                .build();
    }

    private static ParameterConfiguration parameter(ControlState state) {
        return ParameterConfiguration.builder()
                .valueType(state.isCustomized() ? CUSTOM : "DEFAULT")
                .value(ParameterValue.builder().stringList(state.tags().keys()).build())
                .build();
    }
}
