// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Delivered;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Failed;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Refused;
import io.fleetward.application.notification.delivery.OutgoingMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a mail server of its own on the loopback interface. */
class SmtpMailSenderTest {
    private static final OutgoingMail MAIL =
            new OutgoingMail(new MailAddress("soc@fleetward.example"), "Ein Täter", "Grüße\n.\n.x\n", null, null);

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));

    private final List<Taken> mails = new CopyOnWriteArrayList<>();
    private int refusal;
    private @Nullable SMTPServer server;

    private record Taken(String from, String to, String raw) {
        MimeMessage message() throws Exception {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.stop();
        }
    }

    private void take(MessageContext context, String from, String to, byte[] data) throws RejectException {
        if (refusal > 0) {
            throw new RejectException(refusal, "not now");
        }
        mails.add(new Taken(from, to, new String(data, StandardCharsets.ISO_8859_1)));
    }

    private SMTPServer.Builder serving() {
        return SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).messageHandler(this::take);
    }

    private String start(SMTPServer.Builder builder) {
        SMTPServer started = builder.build();
        started.start();
        server = started;
        return "localhost:" + started.getPortAllocated();
    }

    private static DeliveryOutcome send(String url, TestTls tls, OutgoingMail mail) throws Exception {
        SmtpServer to = SmtpServer.parse(url, new MailAddress("hub@fleetward.example"), false);
        return new SmtpMailSender(to, tls::clientSockets, CLOCK).send(mail);
    }

    /** As if the server were another machine, to which nothing leaves without TLS. */
    private static DeliveryOutcome sendSecurely(String url, TestTls tls) throws Exception {
        SmtpServer near = SmtpServer.parse(url, new MailAddress("hub@fleetward.example"), false);
        var far = new SmtpServer(near.host(), near.port(), near.isImplicitTls(), false, near.login(), near.from());
        return new SmtpMailSender(far, tls::clientSockets, CLOCK).send(MAIL);
    }

    @Test
    void handsOverAPlainText() throws Exception {
        String address = start(serving());

        assertThat(send("smtp://" + address, TestTls.of("localhost"), MAIL)).isEqualTo(new Delivered());

        Taken taken = mails.getFirst();
        assertThat(taken.from()).isEqualTo("hub@fleetward.example");
        assertThat(taken.to()).isEqualTo("soc@fleetward.example");
        MimeMessage message = taken.message();
        assertThat(message.getSubject()).isEqualTo("Ein Täter");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat((String) message.getContent()).isEqualToNormalizingNewlines("Grüße\n.\n.x\n");
        assertThat(message.getHeader("Date")).containsExactly("Mon, 1 Jun 2026 00:00:00 GMT");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void attachesTheDocumentAndNamesTheWayOut() throws Exception {
        String address = start(serving());
        var mail = new OutgoingMail(
                MAIL.to(),
                "a\r\nBcc: thief@elsewhere.example",
                "text",
                new OutgoingMail.Attachment("event.json", "{\"a\":\"ü\"}"),
                "https://fleetward.example/?Action=Unsubscribe");

        assertThat(send("smtp://" + address, TestTls.of("localhost"), mail)).isEqualTo(new Delivered());

        MimeMessage message = mails.getFirst().message();
        assertThat(mails).hasSize(1);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://fleetward.example/?Action=Unsubscribe>");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("text");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("event.json");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/json");
        assertThat(parts.getBodyPart(1).getInputStream())
                .hasBinaryContent("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void startsTlsBeforeItLogsInAndSends() throws Exception {
        TestTls tls = TestTls.of("localhost");
        String address = start(serving()
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .startTlsSocketFactory(context(tls))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("hub") || !password.equals("s/cret")) {
                        throw new LoginFailedException();
                    }
                })));

        assertThat(sendSecurely("smtp://hub:s%2Fcret@" + address, tls)).isEqualTo(new Delivered());
        assertThat(mails).hasSize(1);
        assertThat(sendSecurely("smtp://hub:wrong@" + address, tls))
                .isEqualTo(new Failed("the mail server did not take user and password"));
        assertThat(sendSecurely("smtp://" + address, TestTls.of("localhost"))).isInstanceOf(Failed.class);
        assertThat(mails).hasSize(1);
    }

    @Test
    void sendsNothingToAServerWithoutTlsOrWithAnotherName() throws Exception {
        String address = start(serving());
        assertThat(sendSecurely("smtp://" + address, TestTls.of("localhost"))).isInstanceOf(Failed.class);
        close();

        TestTls other = TestTls.of("mail.example");
        String impostor = start(serving().enableTLS().startTlsSocketFactory(context(other)));
        assertThat(sendSecurely("smtp://" + impostor, other)).isInstanceOf(Failed.class);
        assertThat(mails).isEmpty();
    }

    @Test
    void beginsWithTlsWhereTheUrlSaysSo() throws Exception {
        TestTls tls = TestTls.of("localhost");
        String address = start(serving().serverSocketFactory(context(tls)));

        assertThat(sendSecurely("smtps://" + address, tls)).isEqualTo(new Delivered());
        assertThat(mails.getFirst().raw()).contains("Subject:");
    }

    @Test
    void tellsWhatIsWorthTryingAgain() throws Exception {
        String address = start(serving());
        TestTls tls = TestTls.of("localhost");
        refusal = 451;
        assertThat(send("smtp://" + address, tls, MAIL)).isEqualTo(new Failed("the mail server answered 451"));
        refusal = 554;
        assertThat(send("smtp://" + address, tls, MAIL)).isEqualTo(new Refused("the mail server answered 554"));
        close();
        assertThat(send("smtp://" + address, tls, MAIL)).isInstanceOf(Failed.class);
    }

    @Test
    void sendsNothingWithoutAServer() {
        var none = new SmtpMailSender(null, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), CLOCK);
        assertThat(none.refusal()).contains("--smtp-url");
        assertThat(none.send(MAIL)).isInstanceOf(Failed.class);
    }

    private static SSLContext context(TestTls tls) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(tls.server().toKeyManagerFactory().getKeyManagers(), null, null);
        return context;
    }
}
