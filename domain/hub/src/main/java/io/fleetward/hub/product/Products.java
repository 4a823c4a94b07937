// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.product;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The catalogue of products, in the order in which they are listed. Immutable. */
public final class Products {
    private final Map<String, Product> byTail;

    public Products(List<Product> products) {
        var map = new LinkedHashMap<String, Product>();
        for (Product product : products) {
            if (map.put(product.tail(), product) != null) {
                throw new IllegalArgumentException("two products have the name " + product.tail());
            }
        }
        byTail = map;
    }

    /**
     * Reads the catalogue from a list of objects with {@code tail}, {@code name}, {@code company}, {@code description},
     * {@code categories} and {@code does}: letters S, R and U for sending, receiving and updating findings.
     */
    public static Products read(JsonNode list) {
        var products = new ArrayList<Product>(list.size());
        for (JsonNode entry : list) {
            products.add(new Product(
                    entry.path("tail").stringValue(),
                    entry.path("name").stringValue(),
                    entry.path("company").stringValue(),
                    entry.path("description").stringValue(),
                    entry.path("categories")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList(),
                    integrationTypes(entry.path("does").stringValue())));
        }
        return new Products(products);
    }

    /** The product with this tail, or null. */
    public @Nullable Product find(String tail) {
        return byTail.get(tail);
    }

    /** All products. */
    public List<Product> all() {
        return List.copyOf(byTail.values());
    }

    private static Set<Product.IntegrationType> integrationTypes(String letters) {
        var types = EnumSet.noneOf(Product.IntegrationType.class);
        for (Product.IntegrationType type : Product.IntegrationType.values()) {
            if (letters.indexOf(type.name().charAt(0)) >= 0) {
                types.add(type);
            }
        }
        return types;
    }
}
