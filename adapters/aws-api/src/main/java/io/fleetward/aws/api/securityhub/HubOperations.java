// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.hub.HubAdministration;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.securityhub.DescribeHubRequest;
import io.fleetward.aws.model.securityhub.DescribeHubResponse;
import io.fleetward.aws.model.securityhub.DisableSecurityHubRequest;
import io.fleetward.aws.model.securityhub.DisableSecurityHubResponse;
import io.fleetward.aws.model.securityhub.EnableSecurityHubRequest;
import io.fleetward.aws.model.securityhub.EnableSecurityHubResponse;
import io.fleetward.aws.model.securityhub.ListTagsForResourceRequest;
import io.fleetward.aws.model.securityhub.ListTagsForResourceResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.TagResourceRequest;
import io.fleetward.aws.model.securityhub.TagResourceResponse;
import io.fleetward.aws.model.securityhub.UntagResourceRequest;
import io.fleetward.aws.model.securityhub.UntagResourceResponse;
import io.fleetward.aws.model.securityhub.UpdateSecurityHubConfigurationRequest;
import io.fleetward.aws.model.securityhub.UpdateSecurityHubConfigurationResponse;
import io.fleetward.hub.finding.FindingTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enabling, describing, configuring, tagging and disabling the hub. Thread-safe. */
public final class HubOperations implements SecurityHubApi {
    private final HubAdministration administration;

    public HubOperations(HubAdministration administration) {
        this.administration = administration;
    }

    @Override
    public EnableSecurityHubResponse enableSecurityHub(EnableSecurityHubRequest request, CallContext context) {
        Map<String, String> tags = request.tags() == null ? Map.of() : request.tags();
        boolean withDefaults = !Boolean.FALSE.equals(request.enableDefaultStandards());
        administration.enable(context, tags, generator(request.controlFindingGenerator()), withDefaults);
        return new EnableSecurityHubResponse();
    }

    @Override
    public DescribeHubResponse describeHub(DescribeHubRequest request, CallContext context) {
        Hub hub = administration.describe(context, request.hubArn());
        return DescribeHubResponse.builder()
                .hubArn(Hub.arn(hub.scope()).toString())
                .subscribedAt(FindingTime.format(hub.subscribedAt()))
                .autoEnableControls(hub.autoEnableControls())
                .controlFindingGenerator(hub.controlFindingGenerator().name())
                .build();
    }

    @Override
    public UpdateSecurityHubConfigurationResponse updateSecurityHubConfiguration(
            UpdateSecurityHubConfigurationRequest request, CallContext context) {
        administration.configure(context, request.autoEnableControls(), generator(request.controlFindingGenerator()));
        return new UpdateSecurityHubConfigurationResponse();
    }

    @Override
    public DisableSecurityHubResponse disableSecurityHub(DisableSecurityHubRequest request, CallContext context) {
        administration.disable(context);
        return new DisableSecurityHubResponse();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request, CallContext context) {
        return ListTagsForResourceResponse.builder()
                .tags(administration.tags(context, request.resourceArn()))
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request, CallContext context) {
        administration.tag(context, request.resourceArn(), request.tags());
        return new TagResourceResponse();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request, CallContext context) {
        administration.untag(context, request.resourceArn(), request.tagKeys());
        return new UntagResourceResponse();
    }

    private static @Nullable ControlFindingGenerator generator(@Nullable String name) {
        return name == null ? null : ControlFindingGenerator.valueOf(name);
    }
}
