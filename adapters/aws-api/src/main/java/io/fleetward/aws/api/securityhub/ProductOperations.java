// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.ProductIntegrations;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.DescribeProductsRequest;
import io.fleetward.aws.model.securityhub.DescribeProductsResponse;
import io.fleetward.aws.model.securityhub.DisableImportFindingsForProductRequest;
import io.fleetward.aws.model.securityhub.DisableImportFindingsForProductResponse;
import io.fleetward.aws.model.securityhub.EnableImportFindingsForProductRequest;
import io.fleetward.aws.model.securityhub.EnableImportFindingsForProductResponse;
import io.fleetward.aws.model.securityhub.ListEnabledProductsForImportRequest;
import io.fleetward.aws.model.securityhub.ListEnabledProductsForImportResponse;
import io.fleetward.aws.model.securityhub.Product;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import java.util.stream.Stream;

/** The catalogue of products and the subscriptions to them. Thread-safe. */
public final class ProductOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final ProductIntegrations integrations;
    private final PageTokens tokens;

    public ProductOperations(ProductIntegrations integrations, PageTokens tokens) {
        this.integrations = integrations;
        this.tokens = tokens;
    }

    @Override
    public DescribeProductsResponse describeProducts(DescribeProductsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "DescribeProducts", request.productArn());
        Page<Product> page = integrations
                .describe(
                        context, request.productArn(), paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(product -> product(context.scope(), product));
        return DescribeProductsResponse.builder()
                .products(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public EnableImportFindingsForProductResponse enableImportFindingsForProduct(
            EnableImportFindingsForProductRequest request, CallContext context) {
        return EnableImportFindingsForProductResponse.builder()
                .productSubscriptionArn(integrations.enable(context, request.productArn()))
                .build();
    }

    @Override
    public DisableImportFindingsForProductResponse disableImportFindingsForProduct(
            DisableImportFindingsForProductRequest request, CallContext context) {
        integrations.disable(context, request.productSubscriptionArn());
        return new DisableImportFindingsForProductResponse();
    }

    @Override
    public ListEnabledProductsForImportResponse listEnabledProductsForImport(
            ListEnabledProductsForImportRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListEnabledProductsForImport");
        Page<String> page =
                integrations.enabled(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListEnabledProductsForImportResponse.builder()
                .productSubscriptions(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    private static Product product(AccountRegion scope, io.fleetward.hub.product.Product product) {
        return Product.builder()
                .productArn(ProductArn.of(scope, product.tail()))
                .productName(product.name())
                .companyName(product.company())
                .description(product.description())
                .categories(product.categories())
                .integrationTypes(Stream.of(io.fleetward.hub.product.Product.IntegrationType.values())
                        .filter(product.integrationTypes()::contains)
                        .map(Enum::name)
                        .toList())
                .productSubscriptionResourcePolicy(SubscriptionPolicy.of(scope, product.tail()))
                .build();
    }
}
