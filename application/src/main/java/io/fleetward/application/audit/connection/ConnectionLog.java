// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.audit.connection.RecordedConnections.Selection;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;

/** Who is and was connected to the broker, and why it ended. Thread-safe. */
public final class ConnectionLog {
    private final Transactions transactions;
    private final RecordedConnections connections;
    private final ConnectionRecorder recorder;

    public ConnectionLog(Transactions transactions, RecordedConnections connections, ConnectionRecorder recorder) {
        this.transactions = transactions;
        this.connections = connections;
        this.recorder = recorder;
    }

    /** The selected connections, newest first, up to this moment. Blocks. */
    public Page<PastConnection> list(AccountRegion scope, Selection selection, PageRequest page) {
        if (!selection.span().from().isBefore(selection.span().to())) {
            throw new ApiException(IotError.INVALID_REQUEST, "startTime must be before endTime");
        }
        recorder.settle();
        return transactions.read(tx -> connections.latest(tx, scope, selection, page));
    }
}
