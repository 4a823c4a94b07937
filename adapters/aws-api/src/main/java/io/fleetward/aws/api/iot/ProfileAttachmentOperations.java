// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.ProfileAttachments;
import io.fleetward.application.detect.ProfileAttachments.TargetQuery;
import io.fleetward.application.detect.ProfileTargets.Attachment;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AttachSecurityProfileRequest;
import io.fleetward.aws.model.iot.AttachSecurityProfileResponse;
import io.fleetward.aws.model.iot.DetachSecurityProfileRequest;
import io.fleetward.aws.model.iot.DetachSecurityProfileResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListSecurityProfilesForTargetRequest;
import io.fleetward.aws.model.iot.ListSecurityProfilesForTargetResponse;
import io.fleetward.aws.model.iot.ListTargetsForSecurityProfileRequest;
import io.fleetward.aws.model.iot.ListTargetsForSecurityProfileResponse;
import io.fleetward.aws.model.iot.SecurityProfileIdentifier;
import io.fleetward.aws.model.iot.SecurityProfileTarget;
import io.fleetward.aws.model.iot.SecurityProfileTargetMapping;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;

/** Operations on what security profiles are attached to (detect, API operations). Thread-safe. */
public final class ProfileAttachmentOperations implements IotApi {
    private final ProfileAttachments attachments;
    private final PageTokens tokens;

    public ProfileAttachmentOperations(ProfileAttachments attachments, PageTokens tokens) {
        this.attachments = attachments;
        this.tokens = tokens;
    }

    @Override
    public AttachSecurityProfileResponse attachSecurityProfile(
            AttachSecurityProfileRequest request, CallContext context) {
        attachments.attach(context.scope(), request.securityProfileName(), request.securityProfileTargetArn());
        return new AttachSecurityProfileResponse();
    }

    @Override
    public DetachSecurityProfileResponse detachSecurityProfile(
            DetachSecurityProfileRequest request, CallContext context) {
        attachments.detach(context.scope(), request.securityProfileName(), request.securityProfileTargetArn());
        return new DetachSecurityProfileResponse();
    }

    @Override
    public ListTargetsForSecurityProfileResponse listTargetsForSecurityProfile(
            ListTargetsForSecurityProfileRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListTargetsForSecurityProfile", request.securityProfileName());
        Page<ProfileTarget> page = attachments.targets(
                context.scope(),
                request.securityProfileName(),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListTargetsForSecurityProfileResponse(
                page.map(target -> shown(context.scope(), target)).items(), paging.token(page));
    }

    @Override
    public ListSecurityProfilesForTargetResponse listSecurityProfilesForTarget(
            ListSecurityProfilesForTargetRequest request, CallContext context) {
        var query = new TargetQuery(request.securityProfileTargetArn(), Boolean.TRUE.equals(request.recursive()));
        Paging paging = tokens.bind(context, "ListSecurityProfilesForTarget", query.targetArn(), query.isRecursive());
        Page<Attachment> page = attachments.profiles(
                context.scope(), query, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListSecurityProfilesForTargetResponse(
                page.map(attachment -> mapping(context.scope(), attachment)).items(), paging.token(page));
    }

    private static SecurityProfileTargetMapping mapping(AccountRegion scope, Attachment attachment) {
        String arn = SecurityProfile.arn(scope, attachment.profile()).toString();
        return new SecurityProfileTargetMapping(
                new SecurityProfileIdentifier(attachment.profile(), arn), shown(scope, attachment.target()));
    }

    private static SecurityProfileTarget shown(AccountRegion scope, ProfileTarget target) {
        return new SecurityProfileTarget(target.arn(scope).toString());
    }
}
