// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import io.fleetward.audit.view.IdentityPool;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Region;
import io.fleetward.policy.NamedPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that was imported for one account, understood. Immutable.
 *
 * @param pools of every region
 */
record AccountImport(Map<String, RoleFacts> roles, List<IdentityPool> pools) {
    /** A region, a colon and an id (Cognito, identity pool id). */
    private static final Pattern POOL_ID = Pattern.compile("[\\w-]{1,40}:[0-9a-f-]{1,64}");

    AccountImport {
        roles = Map.copyOf(roles);
        pools = List.copyOf(pools);
    }

    static AccountImport of(AccountId account, List<ImportDocument> documents) throws MalformedImportException {
        return new Reading(account, documents).read();
    }

    /** The roles, which know no regions, and the pools of the region. */
    ImportedRoles in(Region region) {
        List<IdentityPool> own = pools.stream()
                .filter(pool -> pool.id().startsWith(region.value() + ":"))
                .toList();
        return new ImportedRoles(roles, own);
    }

    /** Puts the parts of several files together. Confined to one thread. */
    private static final class Reading {
        private final AccountId account;
        private final List<ImportDocument> documents;
        private final Map<String, JsonPlace> managed = new HashMap<>();
        private final Map<String, Map<String, Instant>> uses = new HashMap<>();
        private final Map<String, RoleFacts> roles = new LinkedHashMap<>();
        private final Map<String, IdentityPool> pools = new LinkedHashMap<>();

        Reading(AccountId account, List<ImportDocument> documents) {
            this.account = account;
            this.documents = documents;
        }

        AccountImport read() throws MalformedImportException {
            for (ImportDocument document : documents) {
                for (JsonPlace policy : document.policies()) {
                    managed.put(policy.required("Arn").text(), policy);
                }
                for (JsonPlace use : document.uses()) {
                    addUse(use);
                }
            }
            for (ImportDocument document : documents) {
                for (JsonPlace role : document.roles()) {
                    addRole(role);
                }
            }
            for (ImportDocument document : documents) {
                for (JsonPlace pool : document.pools()) {
                    addPool(pool);
                }
            }
            return new AccountImport(roles, List.copyOf(pools.values()));
        }

        private void addUse(JsonPlace use) throws MalformedImportException {
            ImportDocument.requireWhole(use);
            String role = role(use.required("Arn"));
            if (uses.put(role, ServiceUses.read(use)) != null) {
                throw use.malformed("the services of " + role + " are told twice");
            }
        }

        private void addRole(JsonPlace role) throws MalformedImportException {
            String arn = role(role.required("Arn"));
            var policies = new ArrayList<NamedPolicy>();
            for (JsonPlace inline : role.list("RolePolicyList")) {
                policies.add(PolicyReading.inline(inline));
            }
            for (JsonPlace attached : role.list("AttachedManagedPolicies")) {
                policies.add(attached(attached.required("PolicyArn")));
            }
            if (roles.put(arn, new RoleFacts(arn, policies, uses.get(arn))) != null) {
                throw role.malformed("the role " + arn + " is there twice");
            }
        }

        private NamedPolicy attached(JsonPlace arn) throws MalformedImportException {
            JsonPlace policy = managed.get(arn.text());
            if (policy == null) {
                throw arn.malformed("no file has the policy " + arn.text());
            }
            return PolicyReading.managed(policy);
        }

        private void addPool(JsonPlace pool) throws MalformedImportException {
            JsonPlace id = pool.required("IdentityPoolId");
            if (!POOL_ID.matcher(id.text()).matches()) {
                throw id.malformed("not the id of an identity pool: " + id.text());
            }
            JsonPlace mappings = pool.optional("RoleMappings");
            if (mappings != null && !mappings.members().isEmpty()) {
                throw mappings.malformed("rules that choose roles are not supported; leave them out");
            }
            JsonPlace given = pool.required("Roles");
            var read = new IdentityPool(
                    id.text(), known(given.optional("authenticated")), known(given.optional("unauthenticated")));
            if (pools.put(read.id(), read) != null) {
                throw pool.malformed("the pool " + read.id() + " is there twice");
            }
        }

        private @Nullable String known(@Nullable JsonPlace place) throws MalformedImportException {
            if (place == null) {
                return null;
            }
            String arn = role(place);
            if (!roles.containsKey(arn)) {
                throw place.malformed("no file has the role " + arn);
            }
            return arn;
        }

        private String role(JsonPlace place) throws MalformedImportException {
            Arn arn = Arn.parse(place.text());
            if (arn == null || !arn.isRole()) {
                throw place.malformed("not the ARN of a role: " + place.text());
            }
            if (!arn.account().equals(account.value())) {
                throw place.malformed("the role belongs to another account: " + place.text());
            }
            return arn.toString();
        }
    }
}
