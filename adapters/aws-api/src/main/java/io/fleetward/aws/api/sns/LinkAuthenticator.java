// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.application.notification.SubscriptionTokens;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.route.ServiceResolver;
import io.fleetward.aws.api.sign.Authenticator;
import io.fleetward.aws.api.sign.CredentialScope;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * Lets the links work that endpoints get in messages: nobody signs them, the token in them is what proves the bearer to
 * be the endpoint of the subscription (hub, SNS).
 *
 * <p>Thread-safe. Only for requests that the very same parameters route to {@code ConfirmSubscription} or {@code
 * Unsubscribe} of the service {@code sns}; whatever else comes must be signed.
 */
public final class LinkAuthenticator implements Authenticator {
    private final Authenticator signatures;
    private final SubscriptionTokens tokens;

    /** @param signatures who proves all other callers */
    public LinkAuthenticator(Authenticator signatures, SubscriptionTokens tokens) {
        this.signatures = signatures;
        this.tokens = tokens;
    }

    @Override
    public Caller authenticate(ApiRequest request, UriPath path) {
        Caller bearer = isUnsigned(request) ? bearer(request) : null;
        return bearer == null ? signatures.authenticate(request, path) : bearer;
    }

    private static boolean isUnsigned(ApiRequest request) {
        return request.method().equals("GET")
                && request.path().equals("/")
                && request.headers().first("authorization") == null
                && CredentialScope.serviceOf(request) == null
                && ServiceResolver.resolve(request) == AwsService.SNS;
    }

    private @Nullable Caller bearer(ApiRequest request) {
        Parameters form = ServiceResolver.form(request);
        String action = form.first("Action");
        String token = form.first("Token");
        if (action == null || token == null) {
            return null;
        }
        return switch (action) {
            case "ConfirmSubscription" -> confirming(form.first("TopicArn"), token, request);
            case "Unsubscribe" -> unsubscribing(form.first("SubscriptionArn"), token, request);
            default -> null;
        };
    }

    private @Nullable Caller confirming(@Nullable String topicArn, String token, ApiRequest request) {
        Arn topic = arn(topicArn);
        SubscriptionTokens.Claim claim = topic == null ? null : tokens.confirmed(topic, token);
        return topic == null || claim == null ? null : caller(topic, topic + ":" + claim.id(), request);
    }

    private @Nullable Caller unsubscribing(@Nullable String subscriptionArn, String token, ApiRequest request) {
        Arn subscription = arn(subscriptionArn);
        return subscription == null || !tokens.unsubscribes(subscription, token)
                ? null
                : caller(subscription, subscription.toString(), request);
    }

    private static @Nullable Arn arn(@Nullable String text) {
        Arn arn = text == null ? null : Arn.parse(text);
        boolean hasScope = arn != null && AccountId.isValid(arn.account()) && Region.isValid(arn.region());
        return hasScope ? arn : null;
    }

    private static Caller caller(Arn arn, String actor, ApiRequest request) {
        return new Caller(
                AccountRegion.of(arn.account(), arn.region()), actor, "", Role.OPERATOR, request.remoteAddress());
    }
}
