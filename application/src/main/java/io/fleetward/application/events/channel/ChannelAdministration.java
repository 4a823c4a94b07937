// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.EndpointGuard;
import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates, shows and deletes channels. Thread-safe. */
public final class ChannelAdministration {
    static final int MOST = 100;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final ChannelStore store;
    private final EndpointGuard guard;
    private final ChannelMail mail;
    private final InstantSource clock;

    public ChannelAdministration(ChannelStore store, EndpointGuard guard, ChannelMail mail, InstantSource clock) {
        this.store = store;
        this.guard = guard;
        this.mail = mail;
        this.clock = clock;
    }

    /** Creates the channel; creating the same one again changes nothing. */
    public NotificationChannel create(
            AccountRegion scope, String name, ChannelKind kind, @Nullable String description, Credential webhook) {
        requireValid(kind, webhook);
        var wanted = new NotificationChannel(scope, name, kind, description, webhook, clock.instant());
        return store.transactions().write(tx -> {
            NotificationChannel present = store.channels().find(tx, scope, name);
            if (present != null) {
                return requireSame(present, wanted);
            }
            if (store.channels().all(tx, scope).size() >= MOST) {
                throw new ApiException(IotError.LIMIT_EXCEEDED, "an account has at most " + MOST + " channels");
            }
            store.channels().add(tx, wanted);
            return wanted;
        });
    }

    private static NotificationChannel requireSame(NotificationChannel present, NotificationChannel wanted) {
        var again = new NotificationChannel(
                wanted.scope(),
                wanted.name(),
                wanted.kind(),
                wanted.description(),
                wanted.webhook(),
                present.createdAt());
        if (!again.equals(present)) {
            throw new ApiException(
                    IotError.RESOURCE_ALREADY_EXISTS, "another channel has the name " + wanted.name() + " already");
        }
        return present;
    }

    public NotificationChannel describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the channel, if there is one; what rules send to it is refused from then on. */
    public void delete(AccountRegion scope, String name) {
        store.transactions().change(tx -> store.channels().remove(tx, scope, name));
    }

    /** The channels; the sort key is the name. */
    public Page<NotificationChannel> list(AccountRegion scope, PageRequest page) {
        String after = page.after();
        List<NotificationChannel> all =
                store.transactions().read(tx -> store.channels().all(tx, scope));
        List<NotificationChannel> rest = all.stream()
                .filter(channel -> after == null || channel.name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), NotificationChannel::name);
    }

    private NotificationChannel require(Tx tx, AccountRegion scope, String name) {
        NotificationChannel channel = store.channels().find(tx, scope, name);
        if (channel == null) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "no channel has the name " + name);
        }
        return channel;
    }

    private void requireValid(ChannelKind kind, Credential url) {
        switch (kind) {
            case SLACK, TEAMS -> requireWebhook(url);
            case EMAIL -> requireMailbox(url);
        }
    }

    private void requireMailbox(Credential url) {
        MailAddress address = ChannelMail.address(url.value());
        if (address == null) {
            throw refusal("must be mailto: and an address, for a channel of kind EMAIL");
        }
        String forbidden = mail.refusal(address);
        if (forbidden != null) {
            throw refusal(forbidden);
        }
    }

    /** Refuses a URL that is none, would give the secret in it away, or is not permitted by the operator. */
    private void requireWebhook(Credential webhook) {
        Endpoint endpoint = Endpoint.parse(webhook.value(), ChannelAdministration::refusal);
        if (!endpoint.isSecure() && !LOOPBACK.contains(endpoint.host().toLowerCase(Locale.ROOT))) {
            throw refusal("must begin with https://");
        }
        String forbidden = guard.refusal(endpoint);
        if (forbidden != null) {
            throw refusal(forbidden);
        }
    }

    private static ApiException refusal(String reason) {
        return new ApiException(IotError.INVALID_REQUEST, "webhookUrl " + reason);
    }
}
