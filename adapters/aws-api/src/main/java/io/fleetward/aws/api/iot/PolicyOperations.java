// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.policy.CreatePolicy;
import io.fleetward.application.policy.PolicyRegistry;
import io.fleetward.application.policy.VersionedPolicy;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreatePolicyRequest;
import io.fleetward.aws.model.iot.CreatePolicyResponse;
import io.fleetward.aws.model.iot.CreatePolicyVersionRequest;
import io.fleetward.aws.model.iot.CreatePolicyVersionResponse;
import io.fleetward.aws.model.iot.DeletePolicyRequest;
import io.fleetward.aws.model.iot.DeletePolicyResponse;
import io.fleetward.aws.model.iot.DeletePolicyVersionRequest;
import io.fleetward.aws.model.iot.DeletePolicyVersionResponse;
import io.fleetward.aws.model.iot.GetPolicyRequest;
import io.fleetward.aws.model.iot.GetPolicyResponse;
import io.fleetward.aws.model.iot.GetPolicyVersionRequest;
import io.fleetward.aws.model.iot.GetPolicyVersionResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListPoliciesRequest;
import io.fleetward.aws.model.iot.ListPoliciesResponse;
import io.fleetward.aws.model.iot.ListPolicyVersionsRequest;
import io.fleetward.aws.model.iot.ListPolicyVersionsResponse;
import io.fleetward.aws.model.iot.PolicyVersion;
import io.fleetward.aws.model.iot.SetDefaultPolicyVersionRequest;
import io.fleetward.aws.model.iot.SetDefaultPolicyVersionResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;

/** Operations on policies and their versions (iot-core, objects and limits). Thread-safe. */
public final class PolicyOperations implements IotApi {
    private final PolicyRegistry policies;
    private final PageTokens tokens;

    public PolicyOperations(PolicyRegistry policies, PageTokens tokens) {
        this.policies = policies;
        this.tokens = tokens;
    }

    @Override
    public CreatePolicyResponse createPolicy(CreatePolicyRequest request, CallContext context) {
        var wish = new CreatePolicy(
                new PolicyName(request.policyName()), request.policyDocument(), RequestTags.of(request.tags()));
        VersionedPolicy created = policies.create(context.scope(), wish);
        return CreatePolicyResponse.builder()
                .policyName(created.policy().name().value())
                .policyArn(created.policy().arn().toString())
                .policyDocument(created.version().text())
                .policyVersionId(created.version().id())
                .build();
    }

    @Override
    public CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request, CallContext context) {
        VersionedPolicy created = policies.createVersion(
                context.scope(),
                new PolicyName(request.policyName()),
                request.policyDocument(),
                Boolean.TRUE.equals(request.setAsDefault()));
        return CreatePolicyVersionResponse.builder()
                .policyArn(created.policy().arn().toString())
                .policyDocument(created.version().text())
                .policyVersionId(created.version().id())
                .isDefaultVersion(created.isDefault())
                .build();
    }

    @Override
    public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(
            SetDefaultPolicyVersionRequest request, CallContext context) {
        policies.setDefault(context.scope(), new PolicyName(request.policyName()), request.policyVersionId());
        return new SetDefaultPolicyVersionResponse();
    }

    @Override
    public DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request, CallContext context) {
        policies.deleteVersion(context.scope(), new PolicyName(request.policyName()), request.policyVersionId());
        return new DeletePolicyVersionResponse();
    }

    @Override
    public DeletePolicyResponse deletePolicy(DeletePolicyRequest request, CallContext context) {
        policies.delete(context.scope(), new PolicyName(request.policyName()));
        return new DeletePolicyResponse();
    }

    @Override
    public GetPolicyResponse getPolicy(GetPolicyRequest request, CallContext context) {
        VersionedPolicy found = policies.get(context.scope(), new PolicyName(request.policyName()));
        return GetPolicyResponse.builder()
                .policyName(found.policy().name().value())
                .policyArn(found.policy().arn().toString())
                .policyDocument(found.version().text())
                .defaultVersionId(found.version().id())
                .creationDate(found.policy().createdAt())
                .lastModifiedDate(found.policy().lastModifiedAt())
                .generationId(found.policy().generationId())
                .build();
    }

    @Override
    public GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request, CallContext context) {
        VersionedPolicy found =
                policies.getVersion(context.scope(), new PolicyName(request.policyName()), request.policyVersionId());
        return GetPolicyVersionResponse.builder()
                .policyName(found.policy().name().value())
                .policyArn(found.policy().arn().toString())
                .policyDocument(found.version().text())
                .policyVersionId(found.version().id())
                .isDefaultVersion(found.isDefault())
                .creationDate(found.version().createdAt())
                .lastModifiedDate(found.version().createdAt())
                .generationId(found.policy().generationId())
                .build();
    }

    @Override
    public ListPoliciesResponse listPolicies(ListPoliciesRequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListPolicies", isAscending);
        Page<Policy> page = policies.list(
                context.scope(), isAscending, paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListPoliciesResponse(
                page.map(policy -> listed(context.scope(), policy.name())).items(), paging.token(page));
    }

    @Override
    public ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request, CallContext context) {
        return new ListPolicyVersionsResponse(
                policies.listVersions(context.scope(), new PolicyName(request.policyName())).stream()
                        .map(PolicyOperations::listed)
                        .toList());
    }

    /** A policy as lists show it. */
    static io.fleetward.aws.model.iot.Policy listed(AccountRegion scope, PolicyName name) {
        return new io.fleetward.aws.model.iot.Policy(
                name.value(), name.arn(scope).toString());
    }

    private static PolicyVersion listed(VersionedPolicy version) {
        return new PolicyVersion(
                version.version().id(), version.isDefault(), version.version().createdAt());
    }
}
