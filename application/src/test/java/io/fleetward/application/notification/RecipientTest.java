// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {
    @ParameterizedTest
    @CsvSource({
        "email, soc+iot@Fleetward.example, email:soc+iot@Fleetward.example",
        "email-json, a.b@localhost, email-json:a.b@localhost",
        "https, HTTPS://hooks.example/a, HTTPS://hooks.example/a"
    })
    void isFoundAgainFromWhatIsStored(String protocol, String text, String stored) {
        Recipient recipient = Recipient.parse(protocol, text);

        assertThat(recipient.protocol()).isEqualTo(protocol);
        assertThat(recipient).hasToString(text);
        assertThat(recipient.stored()).isEqualTo(stored);
        assertThat(Recipient.restore(stored)).isEqualTo(recipient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.example",
                "a@b@c.example",
                "a b@c.example",
                "a@b.example\r\nBcc: x@y.example",
                "a\n@b.example",
                "<a@b.example>",
                "\"a b\"@c.example",
                "a@b..example",
                ".a@b.example",
                "a@-b.example",
                "ä@b.example",
                "a@b.example,c@d.example",
                "a@[127.0.0.1]"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Recipient.parse("email", text))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Invalid parameter: Endpoint Reason: must be a mail address");
        assertThat(MailAddress.parse(text)).isNull();
        assertThatThrownBy(() -> new MailAddress(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsAnAddressInItsParts() {
        assertThat(MailAddress.parse("x".repeat(64) + "@b.example")).isNotNull();
        assertThat(MailAddress.parse("x".repeat(65) + "@b.example")).isNull();
        assertThat(MailAddress.parse("a@" + "b.".repeat(126) + "c")).isNull();
        assertThat(new MailAddress("a@B.Example").domain()).isEqualTo("b.example");
    }
}
