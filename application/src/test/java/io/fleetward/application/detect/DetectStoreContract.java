// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A suite that runs against one store of Detect, which is empty before each test. */
public abstract class DetectStoreContract {
    protected abstract Transactions transactions();

    protected void change(Consumer<Tx> work) {
        transactions().change(work);
    }

    protected boolean answer(Predicate<Tx> work) {
        return transactions().write(work::test);
    }

    protected <T> List<T> listed(Function<Tx, List<T>> work) {
        return transactions().read(work);
    }
}
