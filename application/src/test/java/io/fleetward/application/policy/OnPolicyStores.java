// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A suite that runs against the policy stores of one database, which are empty before each test. */
public interface OnPolicyStores {
    AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    AccountRegion OTHER_REGION = AccountRegion.of("111122223333", "us-east-1");
    AccountRegion OTHER_ACCOUNT = AccountRegion.of("444455556666", "eu-west-1");
    String ALLOW_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    Transactions transactions();

    PolicyStores stores();

    static PolicyName named(String name) {
        return new PolicyName(name);
    }

    /** A moment of the test's day. */
    static Instant at(int second) {
        return Instant.parse("2026-06-01T00:00:00.250Z").plusSeconds(second);
    }

    /** A policy with as many versions as its last one says, the first of which is in force. */
    static Policy aPolicy(AccountRegion scope, String name, Instant createdAt) {
        return new Policy(scope, named(name), 1, 1, createdAt, createdAt, "00000000-0000-4000-8000-000000000001");
    }

    static PolicyVersion aVersion(Policy policy, int number, String text) {
        return new PolicyVersion(policy.scope(), policy.name(), number, text, policy.createdAt());
    }

    /** Stores the policies, each with a first version whose text is its name. */
    default void store(Policy... all) {
        change(tx -> {
            for (Policy policy : all) {
                stores().policies().put(tx, policy);
                stores().policies()
                        .addVersion(tx, aVersion(policy, 1, policy.name().value()));
            }
        });
    }

    default <T extends @Nullable Object> T read(Function<Tx, T> work) {
        return transactions().read(work);
    }

    default void change(Consumer<Tx> work) {
        transactions().change(work);
    }

    /** Everything, read in pages of two. */
    default <T> List<T> all(BiFunction<Tx, PageRequest, Page<T>> list) {
        var found = new ArrayList<T>();
        PageRequest request = PageRequest.first(2);
        while (request != null) {
            PageRequest asked = request;
            Page<T> page = transactions().read(tx -> list.apply(tx, asked));
            found.addAll(page.items());
            request = page.next() == null ? null : new PageRequest(2, page.next());
        }
        return found;
    }
}
