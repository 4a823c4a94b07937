// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.product;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductArnTest {
    @Test
    void takesTheArnApart() {
        assertThat(ProductArn.parse("arn:aws:securityhub:eu-west-1::product/aws/guardduty"))
                .isEqualTo(new ProductArn("aws", "eu-west-1", "", "aws/guardduty"));
        assertThat(ProductArn.parseSubscription(
                        "arn:aws:securityhub:eu-west-1:123456789012:product-subscription/aws/guardduty"))
                .isEqualTo(new ProductArn("aws", "eu-west-1", "123456789012", "aws/guardduty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "guardduty",
                "arn:aws:iot:eu-west-1::product/aws/guardduty",
                "arn:aws:securityhub:eu-west-1::product/guardduty",
                "arn:aws:securityhub:eu-west-1::product//guardduty",
                "arn:aws:securityhub:eu-west-1::product/aws/",
                "arn:aws:securityhub:eu-west-1::product-subscription/aws/guardduty"
            })
    void refusesOtherNames(String text) {
        assertThat(ProductArn.parse(text)).isNull();
    }

    @Test
    void tellsOwnAndPlatformProducts() {
        ProductArn own = ProductArn.ownProduct(HOME);
        assertThat(own.isOwnProduct()).isTrue();
        assertThat(own.isPlatformProduct()).isFalse();
        assertThat(own.isIn(HOME)).isTrue();
        ProductArn platform =
                Objects.requireNonNull(ProductArn.parse("arn:aws:securityhub:us-east-1::product/aws/guardduty"));
        assertThat(platform.isOwnProduct()).isFalse();
        assertThat(platform.isPlatformProduct()).isTrue();
        assertThat(platform.isIn(HOME)).isFalse();
    }

    @Test
    void writesArnsOfAnAccount() {
        assertThat(ProductArn.of(HOME, "a/b")).isEqualTo("arn:aws:securityhub:eu-west-1::product/a/b");
        assertThat(ProductArn.subscription(HOME, "a/b"))
                .isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:product-subscription/a/b");
    }

    @Test
    void refusesACatalogThatNamesAProductTwice() {
        var product = new Product("a/b", "B", "A", "", List.of(), Set.of());
        assertThatThrownBy(() -> new Products(List.of(product, product))).hasMessageContaining("a/b");
    }
}
