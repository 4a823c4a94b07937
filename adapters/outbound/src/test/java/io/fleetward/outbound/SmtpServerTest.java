// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.notification.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpServerTest {
    private static final MailAddress FROM = new MailAddress("hub@fleetward.example");

    @Test
    void readsHostPortAndLogin() throws Exception {
        SmtpServer server = SmtpServer.parse("SMTP://hub%40x:p%2Fa+b@mail.example", FROM, false);

        assertThat(server.host()).isEqualTo("mail.example");
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.isImplicitTls()).isFalse();
        assertThat(server.isPlainAllowed()).isFalse();
        assertThat(server.login()).isEqualTo(new SmtpServer.Login("hub@x", "p/a+b"));
        assertThat(server.toString()).contains("hub@x").doesNotContain("p/a+b");
        assertThat(SmtpServer.parse("smtps://mail.example/", FROM, false).port())
                .isEqualTo(465);
    }

    @Test
    void doesWithoutTlsOnThisMachineOrWhereItIsToldTo() throws Exception {
        assertThat(SmtpServer.parse("smtp://localhost:25", FROM, false).isPlainAllowed())
                .isTrue();
        assertThat(SmtpServer.parse("smtp://[::1]:25", FROM, false))
                .isEqualTo(new SmtpServer("::1", 25, false, true, null, FROM));
        assertThat(SmtpServer.parse("smtp://mail.example", FROM, true).isPlainAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example:25, must begin with smtp://",
        "https://mail.example, must begin with smtp://",
        "smtp://, not a URL",
        "smtp://a b, not a URL",
        "smtp:///x, must be a scheme",
        "smtp://mail.example/path, must be a scheme",
        "smtp://mail.example?x=y, must be a scheme",
        "smtp://hub@mail.example, a user needs a password",
        "smtp://mail.example:70000, the port must be"
    })
    void refusesWhatNamesNoMailServer(String url, String message) {
        assertThatThrownBy(() -> SmtpServer.parse(url, FROM, false))
                .isInstanceOf(SmtpServer.InvalidException.class)
                .hasMessageContaining(message);
    }
}
