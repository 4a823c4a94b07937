// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.product.Products;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue of products that ships with the server ({@code products.json} beside this class). */
public final class ProductCatalog {
    private ProductCatalog() {}

    public static Products load() {
        try (InputStream file = ProductCatalog.class.getResourceAsStream("products.json")) {
            if (file == null) {
                throw new IllegalStateException("the catalogue of products is missing");
            }
            return Products.read(JsonMapper.shared().readTree(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
