// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.notification.NotificationStore;
import io.fleetward.application.notification.SubscriptionRegistry;
import io.fleetward.application.notification.SubscriptionRetention;
import io.fleetward.application.notification.SubscriptionTokens;
import io.fleetward.application.notification.TopicAdministration;
import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.application.notification.delivery.Courier;
import io.fleetward.application.notification.delivery.DeliveryWorker;
import io.fleetward.application.notification.delivery.MessageWriter;
import io.fleetward.application.notification.delivery.NotificationLinks;
import io.fleetward.outbound.HttpMessageSender;
import io.fleetward.outbound.SmtpMailSender;
import io.fleetward.pki.NotificationSigner;
import io.fleetward.store.notification.JdbcDeliveries;
import io.fleetward.store.notification.JdbcSubscriptions;
import io.fleetward.store.notification.JdbcTopics;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;

/**
 * Notifications: topics, subscriptions, and the delivery that goes on when the server's own address is known.
 *
 * @param address what the links in messages begin with
 */
record NotificationAssembly(
        TopicAdministration topics,
        SubscriptionRegistry subscriptions,
        SubscriptionTokens tokens,
        TopicPublishing publishing,
        NotificationSigner signer,
        SubscriptionRetention retention,
        DeliveryWorker worker,
        HttpMessageSender sender,
        SmtpMailSender mail,
        AtomicReference<String> address)
        implements AutoCloseable {

    static NotificationAssembly of(
            Settings settings, Foundation foundation, StoreAssembly store, IdentityAssembly identity, PkiAssembly pki) {
        var kept =
                new NotificationStore(store.state(), new JdbcTopics(), new JdbcSubscriptions(), new JdbcDeliveries());
        var tokens = new SubscriptionTokens(identity.cipher().keyFor("subscription tokens"));
        var signer = new NotificationSigner(settings.data(), pki.authority(), foundation.clock());
        var sender = new HttpMessageSender(
                settings.destinations(),
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                foundation.timers(),
                foundation.clock());
        var mail = new SmtpMailSender(
                settings.smtp(), () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), foundation.clock());
        var address = new AtomicReference<>(settings.consoleUrl());
        var worker = new DeliveryWorker(
                kept,
                new Courier(new MessageWriter(signer, new NotificationLinks(address::get, tokens)), sender, mail),
                new DeliveryWorker.Surroundings(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("notification-", 0).factory()),
                        foundation.timers(),
                        foundation.clock()));
        var publishing = new TopicPublishing(kept, worker::wake, foundation.clock(), foundation.ids());
        return new NotificationAssembly(
                new TopicAdministration(kept, foundation.clock()),
                new SubscriptionRegistry(
                        kept,
                        publishing,
                        new SubscriptionRegistry.Rules(sender, mail, tokens),
                        foundation.clock(),
                        foundation.ids()),
                tokens,
                publishing,
                signer,
                new SubscriptionRetention(kept, foundation.timers(), foundation.background(), foundation.clock()),
                worker,
                sender,
                mail,
                address);
    }

    /** Begins to deliver; the links lead to this port. */
    void start(String host, int httpsPort) {
        address.set("https://" + host + ":" + httpsPort);
        worker.start();
        retention.start();
    }

    @Override
    public void close() {
        worker.close();
        sender.close();
    }
}
