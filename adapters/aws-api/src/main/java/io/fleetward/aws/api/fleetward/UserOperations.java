// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Role;
import io.fleetward.application.user.AccountScope;
import io.fleetward.application.user.User;
import io.fleetward.application.user.UserAdministration;
import io.fleetward.application.user.UserAdministration.Introduced;
import io.fleetward.application.user.UserAdministration.Wish;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.ConsoleUser;
import io.fleetward.aws.model.fleetward.CreateUserRequest;
import io.fleetward.aws.model.fleetward.CreateUserResponse;
import io.fleetward.aws.model.fleetward.DeleteUserRequest;
import io.fleetward.aws.model.fleetward.DeleteUserResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListUsersRequest;
import io.fleetward.aws.model.fleetward.ListUsersResponse;
import io.fleetward.aws.model.fleetward.ResetUserPasswordRequest;
import io.fleetward.aws.model.fleetward.ResetUserPasswordResponse;
import io.fleetward.aws.model.fleetward.UpdateUserRequest;
import io.fleetward.aws.model.fleetward.UpdateUserResponse;
import io.fleetward.kernel.AccountId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people who may sign in to the console. Thread-safe. */
public final class UserOperations implements FleetwardApi {
    private static final int PAGE = 25;
    private static final String EVERY_ACCOUNT = "*";

    private final UserAdministration users;
    private final PageTokens tokens;

    public UserOperations(UserAdministration users, PageTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public CreateUserResponse createUser(CreateUserRequest request, CallContext context) {
        Introduced created = users.create(
                context, request.userName(), wish(request.roles(), request.accounts(), request.disabled()));
        return CreateUserResponse.builder()
                .user(shown(created.user()))
                .oneTimePassword(created.oneTime())
                .build();
    }

    @Override
    public ListUsersResponse listUsers(ListUsersRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListUsers");
        var page = users.list(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListUsersResponse.builder()
                .users(page.map(UserOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public UpdateUserResponse updateUser(UpdateUserRequest request, CallContext context) {
        User changed = users.update(
                context, request.userName(), wish(request.roles(), request.accounts(), request.disabled()));
        return UpdateUserResponse.builder().user(shown(changed)).build();
    }

    @Override
    public ResetUserPasswordResponse resetUserPassword(ResetUserPasswordRequest request, CallContext context) {
        return ResetUserPasswordResponse.builder()
                .oneTimePassword(
                        users.resetPassword(context, request.userName()).oneTime())
                .build();
    }

    @Override
    public DeleteUserResponse deleteUser(DeleteUserRequest request, CallContext context) {
        users.delete(context, request.userName());
        return new DeleteUserResponse();
    }

    private static Wish wish(
            @Nullable List<String> roles, @Nullable List<String> accounts, @Nullable Boolean disabled) {
        return new Wish(roles == null ? null : roles(roles), accounts == null ? null : scope(accounts), disabled);
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(Role.named(name), name))
                .collect(Collectors.toSet());
    }

    private static AccountScope scope(List<String> accounts) {
        if (accounts.equals(List.of(EVERY_ACCOUNT))) {
            return AccountScope.EVERY;
        }
        if (accounts.contains(EVERY_ACCOUNT)) {
            throw new ApiException(IotError.INVALID_REQUEST, "accounts: * stands alone");
        }
        return AccountScope.of(accounts.stream().map(AccountId::new).collect(Collectors.toSet()));
    }

    private static ConsoleUser shown(User user) {
        return ConsoleUser.builder()
                .userName(user.id().name())
                .roles(user.roles().stream().map(Role::wireName).sorted().toList())
                .accounts(
                        user.scope().isEvery()
                                ? List.of(EVERY_ACCOUNT)
                                : user.scope().accounts().stream()
                                        .map(AccountId::value)
                                        .sorted()
                                        .toList())
                .disabled(user.isDisabled())
                .passwordChangeRequired(user.mustChange())
                .creationDate(user.createdAt())
                .lastSignInDate(user.lastSignInAt())
                .build();
    }
}
