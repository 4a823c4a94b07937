// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.central.ConfigurationPolicyRegistry;
import io.fleetward.application.hub.central.ConfigurationPolicyRegistry.Draft;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.ConfigurationPolicySummary;
import io.fleetward.aws.model.securityhub.CreateConfigurationPolicyRequest;
import io.fleetward.aws.model.securityhub.CreateConfigurationPolicyResponse;
import io.fleetward.aws.model.securityhub.DeleteConfigurationPolicyRequest;
import io.fleetward.aws.model.securityhub.DeleteConfigurationPolicyResponse;
import io.fleetward.aws.model.securityhub.GetConfigurationPolicyRequest;
import io.fleetward.aws.model.securityhub.GetConfigurationPolicyResponse;
import io.fleetward.aws.model.securityhub.ListConfigurationPoliciesRequest;
import io.fleetward.aws.model.securityhub.ListConfigurationPoliciesResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UpdateConfigurationPolicyRequest;
import io.fleetward.aws.model.securityhub.UpdateConfigurationPolicyResponse;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import java.util.Map;

/** What an administrator sets for many accounts at once. Thread-safe. */
public final class ConfigurationPolicyOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final ConfigurationPolicyRegistry policies;
    private final PageTokens tokens;

    public ConfigurationPolicyOperations(ConfigurationPolicyRegistry policies, PageTokens tokens) {
        this.policies = policies;
        this.tokens = tokens;
    }

    @Override
    public CreateConfigurationPolicyResponse createConfigurationPolicy(
            CreateConfigurationPolicyRequest request, CallContext context) {
        AccountRegion scope = context.scope();
        var draft = new Draft(request.name(), request.description(), PolicyValues.wish(request.configurationPolicy()));
        ConfigurationPolicy policy =
                policies.create(context, draft, request.tags() == null ? Map.of() : request.tags());
        return CreateConfigurationPolicyResponse.builder()
                .arn(ConfigurationPolicy.arn(scope, policy.id()))
                .id(policy.id())
                .name(policy.name())
                .description(policy.description())
                .createdAt(policy.createdAt())
                .updatedAt(policy.updatedAt())
                .configurationPolicy(PolicyValues.policy(scope, policy.settings()))
                .build();
    }

    @Override
    public GetConfigurationPolicyResponse getConfigurationPolicy(
            GetConfigurationPolicyRequest request, CallContext context) {
        AccountRegion scope = context.scope();
        ConfigurationPolicy policy = policies.get(context, request.identifier());
        return GetConfigurationPolicyResponse.builder()
                .arn(ConfigurationPolicy.arn(scope, policy.id()))
                .id(policy.id())
                .name(policy.name())
                .description(policy.description())
                .createdAt(policy.createdAt())
                .updatedAt(policy.updatedAt())
                .configurationPolicy(PolicyValues.policy(scope, policy.settings()))
                .build();
    }

    @Override
    public ListConfigurationPoliciesResponse listConfigurationPolicies(
            ListConfigurationPoliciesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListConfigurationPolicies");
        Page<ConfigurationPolicySummary> page = policies.list(
                        context, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(policy -> ConfigurationPolicySummary.builder()
                        .arn(ConfigurationPolicy.arn(context.scope(), policy.id()))
                        .id(policy.id())
                        .name(policy.name())
                        .description(policy.description())
                        .updatedAt(policy.updatedAt())
                        .serviceEnabled(policy.settings().isServiceEnabled())
                        .build());
        return ListConfigurationPoliciesResponse.builder()
                .configurationPolicySummaries(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public UpdateConfigurationPolicyResponse updateConfigurationPolicy(
            UpdateConfigurationPolicyRequest request, CallContext context) {
        AccountRegion scope = context.scope();
        var draft = new Draft(request.name(), request.description(), PolicyValues.wish(request.configurationPolicy()));
        ConfigurationPolicy policy = policies.update(context, request.identifier(), draft);
        return UpdateConfigurationPolicyResponse.builder()
                .arn(ConfigurationPolicy.arn(scope, policy.id()))
                .id(policy.id())
                .name(policy.name())
                .description(policy.description())
                .createdAt(policy.createdAt())
                .updatedAt(policy.updatedAt())
                .configurationPolicy(PolicyValues.policy(scope, policy.settings()))
                .build();
    }

    @Override
    public DeleteConfigurationPolicyResponse deleteConfigurationPolicy(
            DeleteConfigurationPolicyRequest request, CallContext context) {
        policies.delete(context, request.identifier());
        return new DeleteConfigurationPolicyResponse();
    }
}
