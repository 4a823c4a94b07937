// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose findings are seen where: an administrator's calls reach its members' findings, those in a home region the
 * linked regions' (hub, multi-account and multi-Region). Thread-safe.
 *
 * <p>Nothing is copied between accounts and regions. What a call reaches is read in its own transaction, so that who
 * was disassociated is out of sight at once.
 *
 * <p>Members follow their administrator's aggregator: each sees its own findings of the linked regions in the home
 * region, and an aggregator of its own rests. A member's findings in a linked region are the administrator's to see
 * where the account is its member in that region.
 */
public final class FindingScopes {
    private final Hubs hubs;
    private final HubLinks links;

    FindingScopes(Hubs hubs, HubLinks links) {
        this.hubs = hubs;
        this.links = links;
    }

    /** The accounts and regions whose findings a caller there finds, counts and works; first its own, never none. */
    public List<AccountRegion> of(Tx tx, AccountRegion caller) {
        var scopes = new LinkedHashSet<AccountRegion>();
        addWithMembers(tx, caller, scopes);
        FindingAggregator aggregator = aggregatorShownAt(tx, caller);
        if (aggregator != null) {
            for (Region region : hubs.regions(tx, caller.account())) {
                if (aggregator.links(region)) {
                    addWithMembers(tx, new AccountRegion(caller.account(), region), scopes);
                }
            }
        }
        return List.copyOf(scopes);
    }

    /** Those of them in the caller's own region, which its automation rules reach. */
    public List<AccountRegion> ofRegion(Tx tx, AccountRegion caller) {
        var scopes = new LinkedHashSet<AccountRegion>();
        addWithMembers(tx, caller, scopes);
        return List.copyOf(scopes);
    }

    /** Where the rules for the findings of this account and region are kept: at its administrator's, or at its own. */
    public AccountRegion governor(Tx tx, AccountRegion owner) {
        Member following = links.members().following(tx, owner);
        return following == null ? owner : following.administrator();
    }

    /**
     * The accounts and regions that are told of changes to the findings of this one, each on its own bus; first the
     * one itself. They are those whose calls reach its findings.
     */
    public List<AccountRegion> eventScopes(Tx tx, AccountRegion owner) {
        SequencedSet<AccountRegion> told = new LinkedHashSet<>();
        told.add(owner);
        Member following = links.members().following(tx, owner);
        if (following != null) {
            told.add(following.administrator());
        }
        for (AccountRegion seeing : List.copyOf(told)) {
            told.addAll(homesOf(tx, seeing));
        }
        return List.copyOf(told);
    }

    /** The aggregator that lets calls there reach other regions, its own or its administrator's. */
    private @Nullable FindingAggregator aggregatorShownAt(Tx tx, AccountRegion place) {
        Member following = links.members().following(tx, place);
        AccountId governing =
                following == null ? place.account() : following.administrator().account();
        FindingAggregator aggregator = links.aggregators().find(tx, governing);
        return aggregator != null && aggregator.home().region().equals(place.region()) ? aggregator : null;
    }

    /** The places in other regions from which the account sees its findings of this linked region. */
    private List<AccountRegion> homesOf(Tx tx, AccountRegion linked) {
        return hubs.regions(tx, linked.account()).stream()
                .filter(region -> !region.equals(linked.region()))
                .map(region -> new AccountRegion(linked.account(), region))
                .filter(place -> {
                    FindingAggregator aggregator = aggregatorShownAt(tx, place);
                    return aggregator != null && aggregator.links(linked.region());
                })
                .toList();
    }

    private void addWithMembers(Tx tx, AccountRegion administrator, SequencedSet<AccountRegion> scopes) {
        scopes.add(administrator);
        for (AccountId member : links.members().enabled(tx, administrator)) {
            scopes.add(new AccountRegion(member, administrator.region()));
        }
    }
}
