// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingKeyTest {
    private static final String PARTNER = "arn:aws:securityhub:eu-west-1::product/turbot/turbot";
    private static final String OWN = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default";

    @Test
    void takesBothSpellingsOfAPartnerForOne() {
        var numbered = new FindingKey("arn:aws:securityhub:eu-west-1:453761072151:product/turbot/turbot", "a");
        assertThat(numbered).isEqualTo(new FindingKey(PARTNER, "a"));
        assertThat(numbered.fingerprint()).isEqualTo(new FindingKey(PARTNER, "a").fingerprint());
    }

    @Test
    void keepsTheDefaultProductsOfAccountsApart() {
        assertThat(new FindingKey(OWN, "a").productArn()).isEqualTo(OWN);
        assertThat(new FindingKey(OWN, "a"))
                .isNotEqualTo(new FindingKey(OWN.replace("123456789012", "999999999999"), "a"));
    }

    @Test
    void givesEveryKeyAFingerprintOfItsOwn() {
        assertThat(new FindingKey(PARTNER, "a").fingerprint()).matches("[0-9a-f]{32}");
        assertThat(new FindingKey(PARTNER, "b").fingerprint()).isNotEqualTo(new FindingKey(PARTNER, "a").fingerprint());
        assertThat(new FindingKey("x", "yz").fingerprint()).isNotEqualTo(new FindingKey("xy", "z").fingerprint());
    }
}
