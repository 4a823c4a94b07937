// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.SubscriptionTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The links in messages, all to this server itself under the name that its certificate bears.
 *
 * <p>Immutable, thread-safe. Deviation: AWS names hosts of its own, {@code sns.REGION.amazonaws.com}; and the link that
 * ends a subscription carries a token, so that knowing the subscription's ARN is not enough.
 *
 * @param base the server's address such as {@code https://fleetward.example:8443}
 */
public record NotificationLinks(Supplier<String> base, SubscriptionTokens tokens) {
    private static final String VERSION = "&Version=2010-03-31";

    String subscribe(Subscription subscription, String token) {
        return base.get() + "/?Action=ConfirmSubscription&TopicArn="
                + encoded(subscription.topicArn().toString()) + "&Token=" + token + VERSION;
    }

    String unsubscribe(Subscription subscription) {
        return base.get() + "/?Action=Unsubscribe&SubscriptionArn="
                + encoded(subscription.arn().toString()) + "&Token=" + tokens.unsubscribing(subscription) + VERSION;
    }

    String certificate(String name) {
        return base.get() + "/" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
