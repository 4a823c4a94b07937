// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Accounts that nobody used before, on a server with {@code --dev-accounts} that several tests share. Thread-safe. */
final class Accounts {
    private static final AtomicLong LAST = new AtomicLong(700_000_000_000L);

    private Accounts() {}

    /** The environment of an administrator of a fresh account; the access key id is the account's number. */
    static Environment open(ServerProcess server) {
        var variables = new HashMap<>(server.environment().variables());
        variables.put("AWS_ACCESS_KEY_ID", Long.toString(LAST.incrementAndGet()));
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        return new Environment(variables);
    }
}
