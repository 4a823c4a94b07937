// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.page;

import io.fleetward.application.error.ApiException;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** The paging of one call: reads the token that came, issues the token that goes. Immutable. */
public final class Paging {
    private final PageTokens tokens;
    private final String binding;

    Paging(PageTokens tokens, String binding) {
        this.tokens = tokens;
        this.binding = binding;
    }

    /**
     * The page the client asks for; a token that was not issued for this very query is refused with the operation's
     * own validation error.
     *
     * @param limit the page size asked for, null for the fallback
     */
    public PageRequest request(@Nullable Integer limit, int fallback, @Nullable String token) {
        int size = limit == null ? fallback : limit;
        if (token == null || token.isEmpty()) {
            return PageRequest.first(size);
        }
        String keyset = tokens.open(binding, token);
        if (keyset == null) {
            throw new ApiException(PagingError.INVALID_TOKEN, "The pagination token is not valid for this request.");
        }
        return new PageRequest(size, keyset);
    }

    /** The token for what follows the page, or null when nothing does. */
    public @Nullable String token(Page<?> page) {
        String next = page.next();
        return next == null ? null : tokens.seal(binding, next);
    }
}
