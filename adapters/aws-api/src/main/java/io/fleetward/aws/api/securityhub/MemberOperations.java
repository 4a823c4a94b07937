// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.MemberAdministration;
import io.fleetward.application.hub.MemberAdministration.AccountDetails;
import io.fleetward.application.hub.UnprocessedAccount;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.CreateMembersRequest;
import io.fleetward.aws.model.securityhub.CreateMembersResponse;
import io.fleetward.aws.model.securityhub.DeleteMembersRequest;
import io.fleetward.aws.model.securityhub.DeleteMembersResponse;
import io.fleetward.aws.model.securityhub.DisassociateMembersRequest;
import io.fleetward.aws.model.securityhub.DisassociateMembersResponse;
import io.fleetward.aws.model.securityhub.GetMembersRequest;
import io.fleetward.aws.model.securityhub.GetMembersResponse;
import io.fleetward.aws.model.securityhub.InviteMembersRequest;
import io.fleetward.aws.model.securityhub.InviteMembersResponse;
import io.fleetward.aws.model.securityhub.ListMembersRequest;
import io.fleetward.aws.model.securityhub.ListMembersResponse;
import io.fleetward.aws.model.securityhub.Member;
import io.fleetward.aws.model.securityhub.Result;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.kernel.Page;
import java.util.List;

/** The list of an administrator's members. Thread-safe. */
public final class MemberOperations implements SecurityHubApi {
    private static final int PAGE = 50;

    private final MemberAdministration members;
    private final PageTokens tokens;

    public MemberOperations(MemberAdministration members, PageTokens tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    @Override
    public CreateMembersResponse createMembers(CreateMembersRequest request, CallContext context) {
        List<AccountDetails> details = request.accountDetails().stream()
                .map(account -> new AccountDetails(account.accountId(), account.email()))
                .toList();
        return CreateMembersResponse.builder()
                .unprocessedAccounts(results(members.create(context, details)))
                .build();
    }

    @Override
    public InviteMembersResponse inviteMembers(InviteMembersRequest request, CallContext context) {
        return InviteMembersResponse.builder()
                .unprocessedAccounts(results(members.invite(context, request.accountIds())))
                .build();
    }

    @Override
    public DisassociateMembersResponse disassociateMembers(DisassociateMembersRequest request, CallContext context) {
        members.disassociate(context, request.accountIds());
        return new DisassociateMembersResponse();
    }

    @Override
    public DeleteMembersResponse deleteMembers(DeleteMembersRequest request, CallContext context) {
        return DeleteMembersResponse.builder()
                .unprocessedAccounts(results(members.delete(context, request.accountIds())))
                .build();
    }

    @Override
    public GetMembersResponse getMembers(GetMembersRequest request, CallContext context) {
        MemberAdministration.Found found = members.get(context, request.accountIds());
        return GetMembersResponse.builder()
                .members(found.members().stream().map(MemberOperations::member).toList())
                .unprocessedAccounts(results(found.unprocessed()))
                .build();
    }

    @Override
    public ListMembersResponse listMembers(ListMembersRequest request, CallContext context) {
        boolean onlyAssociated = request.onlyAssociated() == null || request.onlyAssociated();
        Paging paging = tokens.bind(context, "ListMembers", onlyAssociated);
        Page<Member> page = members.list(
                        context, onlyAssociated, paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(MemberOperations::member);
        return ListMembersResponse.builder()
                .members(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    /** The accounts that were left alone, as every such operation answers them. */
    static List<Result> results(List<UnprocessedAccount> unprocessed) {
        return unprocessed.stream()
                .map(account -> Result.builder()
                        .accountId(account.account().value())
                        .processingResult(account.reason())
                        .build())
                .toList();
    }

    private static Member member(io.fleetward.hub.aggregation.Member member) {
        String administrator = member.administrator().account().value();
        Member.Builder wire = Member.builder()
                .accountId(member.account().value())
                .email(member.email())
                .masterId(administrator)
                .administratorId(administrator)
                .memberStatus(member.status().wireName())
                .updatedAt(member.updatedAt());
        return member.invitation() == null
                ? wire.build()
                : wire.invitedAt(member.invitation().at()).build();
    }
}
