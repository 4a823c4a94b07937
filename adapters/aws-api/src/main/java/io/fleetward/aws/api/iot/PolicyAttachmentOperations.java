// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.policy.PolicyAttachmentRegistry;
import io.fleetward.application.policy.PolicyAttachmentRegistry.TargetQuery;
import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AttachPolicyRequest;
import io.fleetward.aws.model.iot.AttachPolicyResponse;
import io.fleetward.aws.model.iot.AttachPrincipalPolicyRequest;
import io.fleetward.aws.model.iot.AttachPrincipalPolicyResponse;
import io.fleetward.aws.model.iot.DetachPolicyRequest;
import io.fleetward.aws.model.iot.DetachPolicyResponse;
import io.fleetward.aws.model.iot.DetachPrincipalPolicyRequest;
import io.fleetward.aws.model.iot.DetachPrincipalPolicyResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListAttachedPoliciesRequest;
import io.fleetward.aws.model.iot.ListAttachedPoliciesResponse;
import io.fleetward.aws.model.iot.ListPolicyPrincipalsRequest;
import io.fleetward.aws.model.iot.ListPolicyPrincipalsResponse;
import io.fleetward.aws.model.iot.ListPrincipalPoliciesRequest;
import io.fleetward.aws.model.iot.ListPrincipalPoliciesResponse;
import io.fleetward.aws.model.iot.ListTargetsForPolicyRequest;
import io.fleetward.aws.model.iot.ListTargetsForPolicyResponse;
import io.fleetward.aws.model.iot.Policy;
import io.fleetward.kernel.Page;
import io.fleetward.policy.PolicyName;
import java.util.List;

/** Operations on what policies are attached to, with their deprecated twins for principals alone. Thread-safe. */
public final class PolicyAttachmentOperations implements IotApi {
    private final PolicyAttachmentRegistry attachments;
    private final PageTokens tokens;

    public PolicyAttachmentOperations(PolicyAttachmentRegistry attachments, PageTokens tokens) {
        this.attachments = attachments;
        this.tokens = tokens;
    }

    @Override
    public AttachPolicyResponse attachPolicy(AttachPolicyRequest request, CallContext context) {
        attachments.attach(context.scope(), new PolicyName(request.policyName()), request.target());
        return new AttachPolicyResponse();
    }

    @Override
    public DetachPolicyResponse detachPolicy(DetachPolicyRequest request, CallContext context) {
        attachments.detach(context.scope(), new PolicyName(request.policyName()), request.target());
        return new DetachPolicyResponse();
    }

    @Override
    public AttachPrincipalPolicyResponse attachPrincipalPolicy(
            AttachPrincipalPolicyRequest request, CallContext context) {
        attachments.attachToPrincipal(context.scope(), new PolicyName(request.policyName()), request.principal());
        return new AttachPrincipalPolicyResponse();
    }

    @Override
    public DetachPrincipalPolicyResponse detachPrincipalPolicy(
            DetachPrincipalPolicyRequest request, CallContext context) {
        attachments.detachFromPrincipal(context.scope(), new PolicyName(request.policyName()), request.principal());
        return new DetachPrincipalPolicyResponse();
    }

    @Override
    public ListAttachedPoliciesResponse listAttachedPolicies(ListAttachedPoliciesRequest request, CallContext context) {
        boolean isRecursive = Boolean.TRUE.equals(request.recursive());
        Paging paging = tokens.bind(context, "ListAttachedPolicies", request.target(), isRecursive);
        Page<PolicyName> page = attachments.ofTarget(
                context.scope(),
                new TargetQuery(request.target(), isRecursive),
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListAttachedPoliciesResponse(listed(page, context), paging.token(page));
    }

    @Override
    public ListPrincipalPoliciesResponse listPrincipalPolicies(
            ListPrincipalPoliciesRequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListPrincipalPolicies", request.principal(), isAscending);
        Page<PolicyName> page = attachments.ofPrincipal(
                context.scope(),
                request.principal(),
                isAscending,
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListPrincipalPoliciesResponse(listed(page, context), paging.token(page));
    }

    @Override
    public ListTargetsForPolicyResponse listTargetsForPolicy(ListTargetsForPolicyRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListTargetsForPolicy", request.policyName());
        Page<PolicyTarget> page = attachments.targetsOf(
                context.scope(),
                new PolicyName(request.policyName()),
                new TargetFilter(false, false),
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListTargetsForPolicyResponse(page.map(PolicyTarget::text).items(), paging.token(page));
    }

    @Override
    public ListPolicyPrincipalsResponse listPolicyPrincipals(ListPolicyPrincipalsRequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListPolicyPrincipals", request.policyName(), isAscending);
        Page<PolicyTarget> page = attachments.targetsOf(
                context.scope(),
                new PolicyName(request.policyName()),
                new TargetFilter(true, isAscending),
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListPolicyPrincipalsResponse(page.map(PolicyTarget::text).items(), paging.token(page));
    }

    private static List<Policy> listed(Page<PolicyName> page, CallContext context) {
        return page.map(name -> PolicyOperations.listed(context.scope(), name)).items();
    }
}
