// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.application.identity.AccessKeyMint;
import io.fleetward.application.identity.Accounts;
import io.fleetward.application.identity.ActiveKeys;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.identity.AdministrativeLog;
import io.fleetward.application.identity.Credentials;
import io.fleetward.application.identity.DevelopmentCredentials;
import io.fleetward.application.identity.KeyAdministration;
import io.fleetward.application.identity.KeyUses;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.identity.StoredAdministrativeLog;
import io.fleetward.store.identity.JdbcAccessKeys;
import io.fleetward.store.identity.JdbcAccounts;
import io.fleetward.store.identity.JdbcAdministrativeActs;
import io.fleetward.store.secret.MasterKeys;
import io.fleetward.store.secret.SecretCipher;
import org.jspecify.annotations.Nullable;

/**
 * Who may call: the keys under the master key, and the log of administrative acts.
 *
 * @param firstKey the administrator's key that this start created; null at every later start
 */
record IdentityAssembly(
        Credentials credentials,
        AdministrativeLog log,
        SecretCipher cipher,
        KeyAdministration administration,
        Organization organization,
        Accounts accounts,
        AdministrativeActs acts,
        @Nullable AccessKey firstKey) {
    static final String MASTER_KEY = "master.key";

    static IdentityAssembly of(Settings settings, Foundation foundation, StoreAssembly store) {
        SecretCipher cipher = MasterKeys.open(settings.data().resolve(MASTER_KEY), store.state(), foundation.random());
        var accounts = new JdbcAccounts();
        var keys = new JdbcAccessKeys(cipher);
        var acts = new JdbcAdministrativeActs();
        var active = new ActiveKeys(foundation.clock());
        var administration = new KeyAdministration(
                new KeyAdministration.Keeping(store.state(), accounts, keys, acts, active),
                new AccessKeyMint(foundation.random()),
                foundation.clock());
        AccessKey first = administration.createFirst(settings.home());
        active.load(store.state(), keys);
        new KeyUses(store.state(), keys, active, foundation.timers(), foundation.clock()).start();
        var log = new StoredAdministrativeLog(store.state(), acts, foundation.timers(), foundation.clock());
        Credentials credentials = settings.devAccounts() ? new DevelopmentCredentials(active) : active;
        var organization = new Organization(accounts, settings.devAccounts());
        return new IdentityAssembly(credentials, log, cipher, administration, organization, accounts, acts, first);
    }
}
