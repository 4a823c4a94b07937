// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes into the server's own log that an event came, without its detail, which may hold what no log is to hold.
 *
 * <p>Thread-safe.
 */
public final class LogSender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

    SendOutcome send(Letter letter, String group) {
        ObjectNode event = letter.event().document();
        LOG.atInfo()
                .addKeyValue("group", group)
                .addKeyValue("account", letter.event().rule().scope().account())
                .addKeyValue("region", letter.event().rule().scope().region())
                .addKeyValue("rule", letter.event().rule().name())
                .addKeyValue("event", event.path("id"))
                .addKeyValue("source", event.path("source"))
                .addKeyValue("detailType", event.path("detail-type"))
                .addKeyValue("resources", event.path("resources"))
                .log("event");
        return new SendOutcome.Delivered("logged");
    }
}
