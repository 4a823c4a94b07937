// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.SecurityProfileRegistry;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateSecurityProfileRequest;
import io.fleetward.aws.model.iot.CreateSecurityProfileResponse;
import io.fleetward.aws.model.iot.DeleteSecurityProfileRequest;
import io.fleetward.aws.model.iot.DeleteSecurityProfileResponse;
import io.fleetward.aws.model.iot.DescribeSecurityProfileRequest;
import io.fleetward.aws.model.iot.DescribeSecurityProfileResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListSecurityProfilesRequest;
import io.fleetward.aws.model.iot.ListSecurityProfilesResponse;
import io.fleetward.aws.model.iot.SecurityProfileIdentifier;
import io.fleetward.aws.model.iot.UpdateSecurityProfileRequest;
import io.fleetward.aws.model.iot.UpdateSecurityProfileResponse;
import io.fleetward.aws.model.iot.ValidateSecurityProfileBehaviorsRequest;
import io.fleetward.aws.model.iot.ValidateSecurityProfileBehaviorsResponse;
import io.fleetward.aws.model.iot.ValidationError;
import io.fleetward.detect.behavior.CheckedBehaviors;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import java.util.List;

/** Operations on security profiles (detect, API operations). Thread-safe. */
public final class SecurityProfileOperations implements IotApi {
    /** The longest text the model allows for a validation error. */
    private static final int LONGEST_ERROR = 2048;

    private final SecurityProfileRegistry profiles;
    private final PageTokens tokens;

    public SecurityProfileOperations(SecurityProfileRegistry profiles, PageTokens tokens) {
        this.profiles = profiles;
        this.tokens = tokens;
    }

    @Override
    public CreateSecurityProfileResponse createSecurityProfile(
            CreateSecurityProfileRequest request, CallContext context) {
        SecurityProfile created = profiles.create(
                context.scope(),
                request.securityProfileName(),
                ProfileRecords.draft(request),
                RequestTags.of(request.tags()));
        return new CreateSecurityProfileResponse(created.name(), created.arn().toString());
    }

    @Override
    public DescribeSecurityProfileResponse describeSecurityProfile(
            DescribeSecurityProfileRequest request, CallContext context) {
        SecurityProfile profile = profiles.describe(context.scope(), request.securityProfileName());
        return DescribeSecurityProfileResponse.builder()
                .securityProfileName(profile.name())
                .securityProfileArn(profile.arn().toString())
                .securityProfileDescription(profile.content().description())
                .behaviors(ProfileRecords.shownBehaviors(profile))
                .alertTargets(ProfileRecords.shownAlertTargets(profile))
                .additionalMetricsToRetain(ProfileRecords.shownNames(profile))
                .additionalMetricsToRetainV2(ProfileRecords.shownRetained(profile))
                .metricsExportConfig(ProfileRecords.shownExport(profile))
                .version(profile.version())
                .creationDate(profile.createdAt())
                .lastModifiedDate(profile.modifiedAt())
                .build();
    }

    @Override
    public UpdateSecurityProfileResponse updateSecurityProfile(
            UpdateSecurityProfileRequest request, CallContext context) {
        SecurityProfile profile = profiles.update(context.scope(), ProfileRecords.update(request));
        return UpdateSecurityProfileResponse.builder()
                .securityProfileName(profile.name())
                .securityProfileArn(profile.arn().toString())
                .securityProfileDescription(profile.content().description())
                .behaviors(ProfileRecords.shownBehaviors(profile))
                .alertTargets(ProfileRecords.shownAlertTargets(profile))
                .additionalMetricsToRetain(ProfileRecords.shownNames(profile))
                .additionalMetricsToRetainV2(ProfileRecords.shownRetained(profile))
                .metricsExportConfig(ProfileRecords.shownExport(profile))
                .version(profile.version())
                .creationDate(profile.createdAt())
                .lastModifiedDate(profile.modifiedAt())
                .build();
    }

    @Override
    public DeleteSecurityProfileResponse deleteSecurityProfile(
            DeleteSecurityProfileRequest request, CallContext context) {
        profiles.delete(context.scope(), request.securityProfileName(), request.expectedVersion());
        return new DeleteSecurityProfileResponse();
    }

    @Override
    public ListSecurityProfilesResponse listSecurityProfiles(ListSecurityProfilesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListSecurityProfiles", request.dimensionName(), request.metricName());
        PageRequest wanted = paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken());
        Page<SecurityProfile> page = list(request, context.scope(), wanted);
        return new ListSecurityProfilesResponse(
                page.map(SecurityProfileOperations::identifier).items(), paging.token(page));
    }

    @Override
    public ValidateSecurityProfileBehaviorsResponse validateSecurityProfileBehaviors(
            ValidateSecurityProfileBehaviorsRequest request, CallContext context) {
        CheckedBehaviors checked = profiles.check(
                context.scope(),
                request.behaviors().stream().map(BehaviorRecords::draft).toList());
        List<ValidationError> errors = checked.problems().stream()
                .map(SecurityProfileOperations::error)
                .toList();
        return new ValidateSecurityProfileBehaviorsResponse(checked.isValid(), errors);
    }

    private static SecurityProfileIdentifier identifier(SecurityProfile profile) {
        return new SecurityProfileIdentifier(profile.name(), profile.arn().toString());
    }

    private static ValidationError error(Problem problem) {
        String text = problem.toString();
        return new ValidationError(text.substring(0, Math.min(text.length(), LONGEST_ERROR)));
    }

    private Page<SecurityProfile> list(ListSecurityProfilesRequest request, AccountRegion scope, PageRequest page) {
        if (request.dimensionName() != null && request.metricName() != null) {
            throw new ApiException(IotError.INVALID_REQUEST, "dimensionName and metricName must not be given together");
        }
        if (request.dimensionName() != null) {
            return profiles.listUsingDimension(scope, request.dimensionName(), page);
        }
        return request.metricName() == null
                ? profiles.list(scope, page)
                : profiles.listUsingMetric(scope, request.metricName(), page);
    }
}
