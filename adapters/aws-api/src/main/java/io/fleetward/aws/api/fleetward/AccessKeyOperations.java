// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.KeyAdministration;
import io.fleetward.application.identity.KeyLimits;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.AccessKeySummary;
import io.fleetward.aws.model.fleetward.CreateAccessKeyRequest;
import io.fleetward.aws.model.fleetward.CreateAccessKeyResponse;
import io.fleetward.aws.model.fleetward.DeleteAccessKeyRequest;
import io.fleetward.aws.model.fleetward.DeleteAccessKeyResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListAccessKeysRequest;
import io.fleetward.aws.model.fleetward.ListAccessKeysResponse;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that scripts sign requests with; a secret is answered once. Thread-safe. */
public final class AccessKeyOperations implements FleetwardApi {
    private static final int PAGE = 25;

    private final KeyAdministration keys;
    private final PageTokens tokens;

    public AccessKeyOperations(KeyAdministration keys, PageTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Override
    public CreateAccessKeyResponse createAccessKey(CreateAccessKeyRequest request, CallContext context) {
        Role role = Objects.requireNonNull(Role.named(request.role()), request.role());
        var limits = new KeyLimits(request.expiresAt(), regions(request.regions()));
        AccessKey key = keys.createKey(context, context.scope().account(), request.userName(), role, limits);
        return CreateAccessKeyResponse.builder()
                .accessKey(shown(key))
                .secretAccessKey(key.secret().value())
                .build();
    }

    @Override
    public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAccessKeys");
        var page =
                keys.list(context.scope().account(), paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListAccessKeysResponse.builder()
                .accessKeys(page.map(AccessKeyOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public DeleteAccessKeyResponse deleteAccessKey(DeleteAccessKeyRequest request, CallContext context) {
        keys.deleteKey(context, context.scope().account(), request.accessKeyId());
        return new DeleteAccessKeyResponse();
    }

    private static Set<Region> regions(@Nullable List<String> names) {
        return names == null ? Set.of() : names.stream().map(Region::new).collect(Collectors.toSet());
    }

    private static AccessKeySummary shown(AccessKey key) {
        return AccessKeySummary.builder()
                .accessKeyId(key.id())
                .userName(key.user())
                .role(key.role().wireName())
                .active(key.isActive())
                .regions(key.limits().regions().stream()
                        .map(Region::value)
                        .sorted()
                        .toList())
                .expiresAt(key.limits().expiresAt())
                .creationDate(key.createdAt())
                .lastUsedDate(key.lastUsedAt())
                .build();
    }
}
