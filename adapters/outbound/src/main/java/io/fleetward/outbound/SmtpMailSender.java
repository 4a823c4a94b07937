// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.notification.MailGuard;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.application.notification.delivery.MailSender;
import io.fleetward.application.notification.delivery.OutgoingMail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to the operator's mail server by SMTP, one connection for each, on the caller's thread.
 *
 * <p>Thread-safe. Unless the server is this machine or the operator allows otherwise, no mail and no password leaves
 * before TLS is up with a certificate that is good for the server's name. At most {@value #AT_ONCE} connections are open.
 */
public final class SmtpMailSender implements MailSender, MailGuard {
    private static final int AT_ONCE = 8;
    private static final String PATIENCE_MILLIS = "15000";
    private static final long TURN_SECONDS = 30;
    private static final int FOR_GOOD = 500;

    private final @Nullable SmtpServer server;
    private final Supplier<SSLSocketFactory> tls;
    private final InstantSource clock;
    private final Semaphore connections = new Semaphore(AT_ONCE);

    /**
     * Takes the server to hand mails to.
     *
     * @param server null when there is none: then every mail fails
     * @param tls trusts whom the server's certificate has to come from; asked when first needed
     */
    public SmtpMailSender(@Nullable SmtpServer server, Supplier<SSLSocketFactory> tls, InstantSource clock) {
        this.server = server;
        this.tls = tls;
        this.clock = clock;
    }

    @Override
    public @Nullable String refusal() {
        return server == null ? "this server sends no mail, because no mail server is set (--smtp-url)" : null;
    }

    @Override
    public DeliveryOutcome send(OutgoingMail mail) {
        if (server == null) {
            return new DeliveryOutcome.Failed("no mail server is set");
        }
        try {
            if (!connections.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                return new DeliveryOutcome.Failed("the mail server is busy with other mails");
            }
            try {
                return send(server, mail);
            } finally {
                connections.release();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new DeliveryOutcome.Failed("interrupted");
        }
    }

    private DeliveryOutcome send(SmtpServer to, OutgoingMail mail) {
        Session session = Session.getInstance(properties(to));
        SmtpServer.Login login = to.login();
        try (Transport transport = session.getTransport("smtp")) {
            var message = MimeMail.write(session, to.from(), mail, clock.instant());
            transport.connect(
                    to.host(), to.port(), login == null ? null : login.user(), login == null ? null : login.password());
            transport.sendMessage(message, message.getAllRecipients());
            return new DeliveryOutcome.Delivered();
        } catch (AuthenticationFailedException refused) {
            return new DeliveryOutcome.Failed("the mail server did not take user and password");
        } catch (MessagingException failure) {
            return outcome(failure);
        }
    }

    /** What the server said for good to this very mail is final; whatever else may go better another time. */
    private static DeliveryOutcome outcome(MessagingException failure) {
        int answered = code(failure);
        String reason = answered > 0
                ? "the mail server answered " + answered
                : "the mail server could not be used: " + failure.getClass().getSimpleName();
        return answered >= FOR_GOOD ? new DeliveryOutcome.Refused(reason) : new DeliveryOutcome.Failed(reason);
    }

    /** What the server answered; 0 when it did not come to that. */
    private static int code(MessagingException failure) {
        Exception next = failure;
        while (next instanceof MessagingException each) {
            if (each instanceof SMTPAddressFailedException recipient) {
                return recipient.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException command && command.getReturnCode() > 0) {
                return command.getReturnCode();
            }
            next = each.getNextException();
        }
        return 0;
    }

    private Properties properties(SmtpServer to) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(to.login() != null));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(to.isImplicitTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(!to.isPlainAllowed()));
        properties.setProperty("mail.smtp.from", to.from().value());
        properties.setProperty("mail.smtp.localhost", "fleetward");
        properties.put("mail.smtp.ssl.socketFactory", tls.get());
        return properties;
    }
}
