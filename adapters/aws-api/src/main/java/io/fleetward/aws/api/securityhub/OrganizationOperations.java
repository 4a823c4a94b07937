// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.HubOrganization;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.AdminAccount;
import io.fleetward.aws.model.securityhub.DescribeOrganizationConfigurationRequest;
import io.fleetward.aws.model.securityhub.DescribeOrganizationConfigurationResponse;
import io.fleetward.aws.model.securityhub.DisableOrganizationAdminAccountRequest;
import io.fleetward.aws.model.securityhub.DisableOrganizationAdminAccountResponse;
import io.fleetward.aws.model.securityhub.EnableOrganizationAdminAccountRequest;
import io.fleetward.aws.model.securityhub.EnableOrganizationAdminAccountResponse;
import io.fleetward.aws.model.securityhub.ListOrganizationAdminAccountsRequest;
import io.fleetward.aws.model.securityhub.ListOrganizationAdminAccountsResponse;
import io.fleetward.aws.model.securityhub.OrganizationConfiguration;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UpdateOrganizationConfigurationRequest;
import io.fleetward.aws.model.securityhub.UpdateOrganizationConfigurationResponse;
import io.fleetward.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The administrator of an organization and what it decides for new accounts. Thread-safe.
 *
 * <p>Deviation: the feature {@code SecurityHubV2} is refused.
 */
public final class OrganizationOperations implements SecurityHubApi {
    private static final String FEATURE = "SecurityHub";
    private static final String LOCAL = "LOCAL";
    private static final String CENTRAL = "CENTRAL";
    private static final String DEFAULT = "DEFAULT";
    private static final String NONE = "NONE";

    private final HubOrganization organization;
    private final PageTokens tokens;

    public OrganizationOperations(HubOrganization organization, PageTokens tokens) {
        this.organization = organization;
        this.tokens = tokens;
    }

    @Override
    public EnableOrganizationAdminAccountResponse enableOrganizationAdminAccount(
            EnableOrganizationAdminAccountRequest request, CallContext context) {
        requireBuilt(request.feature());
        organization.enableAdministrator(context, request.adminAccountId());
        return EnableOrganizationAdminAccountResponse.builder()
                .adminAccountId(request.adminAccountId())
                .feature(FEATURE)
                .build();
    }

    @Override
    public DisableOrganizationAdminAccountResponse disableOrganizationAdminAccount(
            DisableOrganizationAdminAccountRequest request, CallContext context) {
        requireBuilt(request.feature());
        organization.disableAdministrator(context, request.adminAccountId());
        return new DisableOrganizationAdminAccountResponse();
    }

    /** There is at most one, so that the list has no second page. */
    @Override
    public ListOrganizationAdminAccountsResponse listOrganizationAdminAccounts(
            ListOrganizationAdminAccountsRequest request, CallContext context) {
        requireBuilt(request.feature());
        Paging paging = tokens.bind(context, "ListOrganizationAdminAccounts");
        boolean isFirstPage =
                paging.request(request.maxResults(), 1, request.nextToken()).after() == null;
        AccountId administrator = organization.administrator(context);
        List<AdminAccount> accounts = administrator == null || !isFirstPage
                ? List.of()
                : List.of(AdminAccount.builder()
                        .accountId(administrator.value())
                        .status("ENABLED")
                        .build());
        return ListOrganizationAdminAccountsResponse.builder()
                .adminAccounts(accounts)
                .feature(FEATURE)
                .build();
    }

    @Override
    public DescribeOrganizationConfigurationResponse describeOrganizationConfiguration(
            DescribeOrganizationConfigurationRequest request, CallContext context) {
        HubOrganization.Configuration configuration = organization.configuration(context);
        return DescribeOrganizationConfigurationResponse.builder()
                .autoEnable(configuration.delegation().autoEnable())
                .memberAccountLimitReached(configuration.isFull())
                .autoEnableStandards(configuration.delegation().autoEnableStandards() ? DEFAULT : NONE)
                .organizationConfiguration(OrganizationConfiguration.builder()
                        .configurationType(configuration.isCentral() ? CENTRAL : LOCAL)
                        .status("ENABLED")
                        .build())
                .build();
    }

    @Override
    public UpdateOrganizationConfigurationResponse updateOrganizationConfiguration(
            UpdateOrganizationConfigurationRequest request, CallContext context) {
        OrganizationConfiguration wanted = request.organizationConfiguration();
        String type = wanted == null ? null : wanted.configurationType();
        String standards = request.autoEnableStandards();
        organization.configure(
                context,
                request.autoEnable(),
                standards == null ? null : Boolean.valueOf(DEFAULT.equals(standards)),
                type == null ? null : Boolean.valueOf(CENTRAL.equals(type)));
        return new UpdateOrganizationConfigurationResponse();
    }

    private static void requireBuilt(@Nullable String feature) {
        if (feature != null && !FEATURE.equals(feature)) {
            throw unsupported("Feature " + feature);
        }
    }

    private static ApiException unsupported(String what) {
        return new ApiException(HubError.INVALID_INPUT, what + " is not supported.");
    }
}
