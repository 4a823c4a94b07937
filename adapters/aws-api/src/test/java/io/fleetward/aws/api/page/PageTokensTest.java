// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page tokens are opaque and bound to what they were issued for. */
class PageTokensTest {
    private static final Page<String> PAGE = new Page<>(List.of("a"), "key/ü/7");

    private final PageTokens tokens = new PageTokens(key("0123456789abcdef"));

    @Test
    void leadsToTheNextPage() {
        Paging paging = tokens.bind(context("us-east-1"), "ListThings", "site", null);
        String token = Objects.requireNonNull(paging.token(PAGE));

        assertThat(token).matches("[A-Za-z0-9+/]+={0,2}").doesNotContain("key/ü/7");
        assertThat(paging.request(10, 25, token)).isEqualTo(new PageRequest(10, "key/ü/7"));
    }

    @Test
    void startsWithTheFirstPage() {
        Paging paging = tokens.bind(context("us-east-1"), "ListThings");

        assertThat(paging.request(null, 25, null)).isEqualTo(PageRequest.first(25));
        assertThat(paging.token(new Page<>(List.of("a"), null))).isNull();
    }

    @Test
    void survivesARestart() {
        String token = Objects.requireNonNull(
                tokens.bind(context("us-east-1"), "ListThings").token(PAGE));
        var restarted = new PageTokens(key("0123456789abcdef"));

        assertThat(restarted
                        .bind(context("us-east-1"), "ListThings")
                        .request(1, 1, token)
                        .after())
                .isEqualTo("key/ü/7");
    }

    @Test
    void worksOnlyForWhatItWasIssuedFor() {
        String token = Objects.requireNonNull(
                tokens.bind(context("us-east-1"), "ListThings", "a").token(PAGE));

        assertRefused(tokens.bind(context("eu-west-1"), "ListThings", "a"), token);
        assertRefused(tokens.bind(context("us-east-1"), "ListPolicies", "a"), token);
        assertRefused(tokens.bind(context("us-east-1"), "ListThings", "b"), token);
        assertRefused(tokens.bind(context("us-east-1"), "ListThings", "a", null), token);
        assertRefused(tokens.bind(context("us-east-1"), "ListThings", (Object) null), token);
        assertRefused(
                tokens.bind(context("us-east-1"), "ListThings", "null"),
                Objects.requireNonNull(tokens.bind(context("us-east-1"), "ListThings", (Object) null)
                        .token(PAGE)));
        assertRefused(new PageTokens(key("fedcba9876543210")).bind(context("us-east-1"), "ListThings", "a"), token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "////"})
    void refusesForgedTokens(String token) {
        assertRefused(tokens.bind(context("us-east-1"), "ListThings"), token);
    }

    private static void assertRefused(Paging paging, String token) {
        assertThatThrownBy(() -> paging.request(1, 1, token))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("pagination token");
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static CallContext context(String region) {
        var scope = AccountRegion.of("000000000000", region);
        var caller = new Caller(scope, "arn:aws:iam::000000000000:user/a", "AKIA", Role.ADMINISTRATOR, "192.0.2.1");
        return new CallContext(caller, "request", Instant.EPOCH);
    }
}
