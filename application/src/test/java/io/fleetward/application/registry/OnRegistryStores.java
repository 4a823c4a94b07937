// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.kernel.AccountRegion;

/** A suite that runs against the stores of one database, which are empty before each test. */
public interface OnRegistryStores {
    AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    AccountRegion OTHER_REGION = AccountRegion.of("111122223333", "us-east-1");
    AccountRegion OTHER_ACCOUNT = AccountRegion.of("444455556666", "eu-west-1");

    RegistryStores stores();
}
