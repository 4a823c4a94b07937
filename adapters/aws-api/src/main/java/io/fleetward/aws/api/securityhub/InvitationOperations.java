// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.Invitations;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.AcceptAdministratorInvitationRequest;
import io.fleetward.aws.model.securityhub.AcceptAdministratorInvitationResponse;
import io.fleetward.aws.model.securityhub.AcceptInvitationRequest;
import io.fleetward.aws.model.securityhub.AcceptInvitationResponse;
import io.fleetward.aws.model.securityhub.DeclineInvitationsRequest;
import io.fleetward.aws.model.securityhub.DeclineInvitationsResponse;
import io.fleetward.aws.model.securityhub.DeleteInvitationsRequest;
import io.fleetward.aws.model.securityhub.DeleteInvitationsResponse;
import io.fleetward.aws.model.securityhub.DisassociateFromAdministratorAccountRequest;
import io.fleetward.aws.model.securityhub.DisassociateFromAdministratorAccountResponse;
import io.fleetward.aws.model.securityhub.DisassociateFromMasterAccountRequest;
import io.fleetward.aws.model.securityhub.DisassociateFromMasterAccountResponse;
import io.fleetward.aws.model.securityhub.GetAdministratorAccountRequest;
import io.fleetward.aws.model.securityhub.GetAdministratorAccountResponse;
import io.fleetward.aws.model.securityhub.GetInvitationsCountRequest;
import io.fleetward.aws.model.securityhub.GetInvitationsCountResponse;
import io.fleetward.aws.model.securityhub.GetMasterAccountRequest;
import io.fleetward.aws.model.securityhub.GetMasterAccountResponse;
import io.fleetward.aws.model.securityhub.Invitation;
import io.fleetward.aws.model.securityhub.ListInvitationsRequest;
import io.fleetward.aws.model.securityhub.ListInvitationsResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.kernel.Page;
import org.jspecify.annotations.Nullable;

/**
 * The invitations to an account and the administrator it follows, under the present names and the former ones.
 * Thread-safe.
 */
public final class InvitationOperations implements SecurityHubApi {
    private static final int PAGE = 50;

    private final Invitations invitations;
    private final PageTokens tokens;

    public InvitationOperations(Invitations invitations, PageTokens tokens) {
        this.invitations = invitations;
        this.tokens = tokens;
    }

    @Override
    public ListInvitationsResponse listInvitations(ListInvitationsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListInvitations");
        Page<Invitation> page = invitations
                .list(context, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(InvitationOperations::invitation);
        return ListInvitationsResponse.builder()
                .invitations(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public GetInvitationsCountResponse getInvitationsCount(GetInvitationsCountRequest request, CallContext context) {
        return GetInvitationsCountResponse.builder()
                .invitationsCount(invitations.count(context))
                .build();
    }

    @Override
    public AcceptAdministratorInvitationResponse acceptAdministratorInvitation(
            AcceptAdministratorInvitationRequest request, CallContext context) {
        invitations.accept(context, "AdministratorId", request.administratorId(), request.invitationId());
        return new AcceptAdministratorInvitationResponse();
    }

    @Override
    public AcceptInvitationResponse acceptInvitation(AcceptInvitationRequest request, CallContext context) {
        invitations.accept(context, "MasterId", request.masterId(), request.invitationId());
        return new AcceptInvitationResponse();
    }

    @Override
    public DeclineInvitationsResponse declineInvitations(DeclineInvitationsRequest request, CallContext context) {
        return DeclineInvitationsResponse.builder()
                .unprocessedAccounts(MemberOperations.results(invitations.decline(context, request.accountIds())))
                .build();
    }

    /** An invitation that is deleted is one that is not followed. */
    @Override
    public DeleteInvitationsResponse deleteInvitations(DeleteInvitationsRequest request, CallContext context) {
        return DeleteInvitationsResponse.builder()
                .unprocessedAccounts(MemberOperations.results(invitations.decline(context, request.accountIds())))
                .build();
    }

    @Override
    public GetAdministratorAccountResponse getAdministratorAccount(
            GetAdministratorAccountRequest request, CallContext context) {
        return GetAdministratorAccountResponse.builder()
                .administrator(administrator(context))
                .build();
    }

    @Override
    public GetMasterAccountResponse getMasterAccount(GetMasterAccountRequest request, CallContext context) {
        return GetMasterAccountResponse.builder().master(administrator(context)).build();
    }

    @Override
    public DisassociateFromAdministratorAccountResponse disassociateFromAdministratorAccount(
            DisassociateFromAdministratorAccountRequest request, CallContext context) {
        invitations.leave(context);
        return new DisassociateFromAdministratorAccountResponse();
    }

    @Override
    public DisassociateFromMasterAccountResponse disassociateFromMasterAccount(
            DisassociateFromMasterAccountRequest request, CallContext context) {
        invitations.leave(context);
        return new DisassociateFromMasterAccountResponse();
    }

    private @Nullable Invitation administrator(CallContext context) {
        Member member = invitations.administrator(context);
        return member == null ? null : invitation(member);
    }

    private static Invitation invitation(Member member) {
        Invitation.Builder wire = Invitation.builder()
                .accountId(member.administrator().account().value())
                .memberStatus(member.status().wireName());
        return member.invitation() == null
                ? wire.build()
                : wire.invitationId(member.invitation().id())
                        .invitedAt(member.invitation().at())
                        .build();
    }
}
