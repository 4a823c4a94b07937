// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.product;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a product sends findings, taken apart.
 *
 * <p>Immutable (hub, ProductArn and account rules).
 *
 * @param region the region the sender means
 * @param account the account slot: empty, a publisher's account, or the owner of a default product
 * @param tail company and product, for example {@code aws/guardduty}: what products are matched by
 */
public record ProductArn(String partition, String region, String account, String tail) {
    private static final String AWS = "aws/";
    private static final String PRODUCT = "product";
    private static final String SUBSCRIPTION = "product-subscription";

    /** Takes the text apart, or answers null when it is no product's ARN. */
    public static @Nullable ProductArn parse(String text) {
        return parse(text, PRODUCT);
    }

    /** Takes the ARN of a product subscription apart, or answers null when it is none. */
    public static @Nullable ProductArn parseSubscription(String text) {
        return parse(text, SUBSCRIPTION);
    }

    /** The product that every account may use in its own name. */
    public static ProductArn ownProduct(AccountRegion scope) {
        String account = scope.account().value();
        return new ProductArn(scope.region().partition(), scope.region().value(), account, account + "/default");
    }

    /** The ARN of a catalogue product in a region. */
    public static String of(AccountRegion scope, String tail) {
        return new Arn(scope.region().partition(), "securityhub", scope.region().value(), "", PRODUCT + "/" + tail)
                .toString();
    }

    /** The ARN of an account's subscription to a product. */
    public static String subscription(AccountRegion scope, String tail) {
        return scope.arn("securityhub", SUBSCRIPTION + "/" + tail).toString();
    }

    /** Whether this is the default product of some account, for integrations of its own. */
    public boolean isOwnProduct() {
        return !account.isEmpty() && tail.equals(account + "/default");
    }

    /** Whether this is a product of the platform itself, in whose name no caller may send. */
    public boolean isPlatformProduct() {
        return tail.startsWith(AWS);
    }

    /** Whether the ARN means the region the call was made in. */
    public boolean isIn(AccountRegion scope) {
        return region.equals(scope.region().value())
                && partition.equals(scope.region().partition());
    }

    private static @Nullable ProductArn parse(String text, String type) {
        Arn arn = Arn.parse(text);
        String tail = arn == null || !"securityhub".equals(arn.service()) ? null : arn.nameOf(type);
        if (arn == null || tail == null || tail.indexOf('/') <= 0 || tail.endsWith("/")) {
            return null;
        }
        return new ProductArn(arn.partition(), arn.region(), arn.account(), tail);
    }
}
