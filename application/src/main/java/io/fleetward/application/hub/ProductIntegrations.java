// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.product.Product;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.hub.product.Products;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists the products of the catalogue and accepts or refuses their findings. Thread-safe (hub, product integrations).
 *
 * <p>Products are matched by company and product alone: clients write the ARNs of partners with and without the
 * publisher's account.
 */
public final class ProductIntegrations implements ProductAcceptance {
    private final Transactions transactions;
    private final HubStores stores;
    private final Products products;
    private final HubChanges changes;

    public ProductIntegrations(Transactions transactions, HubStores stores, Products products, HubChanges changes) {
        this.transactions = transactions;
        this.stores = stores;
        this.products = products;
        this.changes = changes;
    }

    /** The catalogue, or the one product asked for; the keyset is the product's tail. */
    public Page<Product> describe(CallContext context, @Nullable String productArn, PageRequest page) {
        transactions.read(tx -> HubRefusals.requireEnabled(tx, stores.hubs(), context.scope()));
        if (productArn != null) {
            return new Page<>(List.of(find(context.scope(), productArn)), null);
        }
        List<Product> rest = products.all();
        if (page.after() != null) {
            Product last = products.find(page.after());
            rest = rest.subList(rest.indexOf(last) + 1, rest.size());
        }
        return Page.cut(rest, page.limit(), Product::tail);
    }

    /** Accepts findings of the product from now on; answers the ARN of the subscription. */
    public String enable(CallContext context, String productArn) {
        AccountRegion scope = context.scope();
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            String product = find(scope, productArn).tail();
            if (!stores.products().add(tx, scope, product)) {
                throw new ApiException(
                        HubError.RESOURCE_CONFLICT, "Product is already enabled for import: " + productArn);
            }
            changes.announceProduct(tx, scope, product);
            return ProductArn.subscription(scope, product);
        });
    }

    /** Refuses findings of the product from now on; those that are stored stay. */
    public void disable(CallContext context, String subscriptionArn) {
        AccountRegion scope = context.scope();
        ProductArn subscription = ProductArn.parseSubscription(subscriptionArn);
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            boolean isOwn =
                    subscription != null && subscriptionArn.equals(ProductArn.subscription(scope, subscription.tail()));
            if (subscription == null || !isOwn || !stores.products().remove(tx, scope, subscription.tail())) {
                throw HubRefusals.notFound();
            }
        });
    }

    /** The ARNs of the subscriptions; the keyset is the product's tail. */
    public Page<String> enabled(CallContext context, PageRequest page) {
        AccountRegion scope = context.scope();
        return transactions
                .read(tx -> {
                    HubRefusals.requireEnabled(tx, stores.hubs(), scope);
                    return stores.products().list(tx, scope, page);
                })
                .map(product -> ProductArn.subscription(scope, product));
    }

    /** Disabling the hub ends the subscriptions of the platform's products, so that none is left without a hub. */
    @Override
    public boolean accepts(Tx tx, AccountRegion scope, String product) {
        return !stores.products().among(tx, scope, Set.of(product)).isEmpty();
    }

    private Product find(AccountRegion scope, String productArn) {
        ProductArn arn = ProductArn.parse(productArn);
        Product product = arn == null || !arn.isIn(scope) ? null : products.find(arn.tail());
        if (product == null) {
            throw HubRefusals.invalid("ProductArn", "data.ProductArn should name a product of this Region");
        }
        return product;
    }
}
