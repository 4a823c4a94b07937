// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static java.util.Objects.requireNonNull;

import io.fleetward.application.detect.CustomMetricRegistry;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateCustomMetricRequest;
import io.fleetward.aws.model.iot.CreateCustomMetricResponse;
import io.fleetward.aws.model.iot.DeleteCustomMetricRequest;
import io.fleetward.aws.model.iot.DeleteCustomMetricResponse;
import io.fleetward.aws.model.iot.DescribeCustomMetricRequest;
import io.fleetward.aws.model.iot.DescribeCustomMetricResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListCustomMetricsRequest;
import io.fleetward.aws.model.iot.ListCustomMetricsResponse;
import io.fleetward.aws.model.iot.UpdateCustomMetricRequest;
import io.fleetward.aws.model.iot.UpdateCustomMetricResponse;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.Page;

/** Operations on custom metrics (detect, API operations). Thread-safe. */
public final class CustomMetricOperations implements IotApi {
    private final CustomMetricRegistry metrics;
    private final PageTokens tokens;

    public CustomMetricOperations(CustomMetricRegistry metrics, PageTokens tokens) {
        this.metrics = metrics;
        this.tokens = tokens;
    }

    @Override
    public CreateCustomMetricResponse createCustomMetric(CreateCustomMetricRequest request, CallContext context) {
        // The model's constraint allows no other names than these.
        CustomMetricType type = requireNonNull(CustomMetricType.ofWireName(request.metricType()));
        CustomMetricDefinition created = metrics.create(
                context.scope(),
                new CustomMetricRegistry.Wish(request.metricName(), type, request.displayName()),
                request.clientRequestToken(),
                RequestTags.of(request.tags()));
        return new CreateCustomMetricResponse(created.name(), created.arn().toString());
    }

    @Override
    public DescribeCustomMetricResponse describeCustomMetric(DescribeCustomMetricRequest request, CallContext context) {
        CustomMetricDefinition metric = metrics.describe(context.scope(), request.metricName());
        return DescribeCustomMetricResponse.builder()
                .metricName(metric.name())
                .metricArn(metric.arn().toString())
                .metricType(metric.type().wireName())
                .displayName(metric.displayName())
                .creationDate(metric.createdAt())
                .lastModifiedDate(metric.modifiedAt())
                .build();
    }

    @Override
    public UpdateCustomMetricResponse updateCustomMetric(UpdateCustomMetricRequest request, CallContext context) {
        CustomMetricDefinition metric = metrics.update(context.scope(), request.metricName(), request.displayName());
        return UpdateCustomMetricResponse.builder()
                .metricName(metric.name())
                .metricArn(metric.arn().toString())
                .metricType(metric.type().wireName())
                .displayName(metric.displayName())
                .creationDate(metric.createdAt())
                .lastModifiedDate(metric.modifiedAt())
                .build();
    }

    @Override
    public DeleteCustomMetricResponse deleteCustomMetric(DeleteCustomMetricRequest request, CallContext context) {
        metrics.delete(context.scope(), request.metricName());
        return new DeleteCustomMetricResponse();
    }

    @Override
    public ListCustomMetricsResponse listCustomMetrics(ListCustomMetricsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListCustomMetrics");
        Page<CustomMetricDefinition> page = metrics.list(
                context.scope(), paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListCustomMetricsResponse(
                page.map(CustomMetricDefinition::name).items(), paging.token(page));
    }
}
