// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.subscription.Recipients;
import io.fleetward.kernel.AccountRegion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Messages that come from no client's connection. Thread-safe. */
final class ServerPublishing implements MessagePublisher {
    private final BrokerCore core;

    ServerPublishing(BrokerCore core) {
        this.core = core;
    }

    @Override
    public CompletionStage<Void> publish(AccountRegion scope, Message message) {
        Tenant tenant = core.router().tenant(scope);
        Recipients<ClientSession> recipients = tenant.recipients(message.topic());
        var done = new CompletableFuture<Void>();
        var receipt = new Receipt() {
            @Override
            @SuppressWarnings("NullAway") // nothing is what there is to hand out
            void complete(@Nullable Throwable problem) {
                if (problem == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(problem);
                }
            }
        };
        core.router().route(message, recipients, null, receipt);
        if (message.isRetain()) {
            receipt.expect();
            core.retained().keep(tenant, message, receipt::report);
        }
        receipt.report(null);
        return done;
    }

    @Override
    public boolean serve(AccountRegion scope, Message message) {
        ReservedTopicHandler handler = core.reserved().handlerOf(message.topic());
        if (handler == null) {
            return false;
        }
        handler.handle(scope, message.withRetain(false), this);
        return true;
    }
}
