// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;

/**
 * Shows violations and their history, and keeps what people find out about them (detect, lists, history,
 * verification).
 *
 * <p>Thread-safe.
 */
public final class ViolationReview {
    private final Transactions transactions;
    private final DetectStores stores;
    private final AlarmEvents events;

    public ViolationReview(Transactions transactions, DetectStores stores, AlarmEvents events) {
        this.transactions = transactions;
        this.stores = stores;
        this.events = events;
    }

    /** The violations in alarm, the latest first; a profile in the filter must exist. */
    public Page<ViolationRecord> active(AccountRegion scope, ViolationFilter filter, PageRequest page) {
        return transactions.read(tx -> {
            String profile = filter.profile();
            if (profile != null && stores.profiles().find(tx, scope, profile) == null) {
                throw notFound("Security profile", profile);
            }
            return stores.violations().active(tx, scope, filter, page);
        });
    }

    /** The violation, in alarm or ended, which must exist. */
    public Violation describe(AccountRegion scope, String violationId) {
        return transactions.read(tx -> {
            ViolationRecord known = stores.violations().find(tx, scope, violationId);
            if (known == null) {
                throw notFound("Violation", violationId);
            }
            return known.violation();
        });
    }

    /** The events of a span of time, the latest first. */
    public Page<ViolationEventRecord> events(AccountRegion scope, EventQuery query, PageRequest page) {
        if (query.from().isAfter(query.to())) {
            throw invalid("startTime must not be after endTime");
        }
        return transactions.read(tx -> stores.violations().events(tx, scope, query, page));
    }

    /** Sets what was found out about a violation, in alarm or ended. */
    public void verify(CallContext call, String violationId, Verification verification) {
        transactions.change(tx -> {
            if (!stores.violations().verify(tx, call.scope(), violationId, verification)) {
                throw invalid("violationId: there is no violation " + violationId);
            }
            events.verified(tx, call, violationId, verification);
        });
    }
}
