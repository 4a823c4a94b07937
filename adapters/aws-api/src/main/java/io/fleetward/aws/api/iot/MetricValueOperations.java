// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.MetricHistory;
import io.fleetward.application.detect.MetricHistory.Question;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListMetricValuesRequest;
import io.fleetward.aws.model.iot.ListMetricValuesResponse;
import io.fleetward.aws.model.iot.MetricDatum;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.Page;
import java.time.Instant;

/** The operation on values of metrics (detect, retention and ListMetricValues). Thread-safe. */
public final class MetricValueOperations implements IotApi {
    private final MetricHistory history;
    private final PageTokens tokens;

    public MetricValueOperations(MetricHistory history, PageTokens tokens) {
        this.history = history;
        this.tokens = tokens;
    }

    @Override
    public ListMetricValuesResponse listMetricValues(ListMetricValuesRequest request, CallContext context) {
        String operator = request.dimensionValueOperator();
        var question = new Question(
                request.thingName(),
                request.metricName(),
                request.dimensionName(),
                operator == null ? null : DimensionOperator.valueOf(operator),
                request.startTime(),
                request.endTime());
        Paging paging = tokens.bind(context, "ListMetricValues", question);
        Page<MetricSample> page = history.values(
                context.scope(),
                question,
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListMetricValuesResponse(
                page.map(MetricValueOperations::datum).items(), paging.token(page));
    }

    private static MetricDatum datum(MetricSample sample) {
        return new MetricDatum(Instant.ofEpochMilli(sample.at()), MetricValueRecords.shown(sample.value()));
    }
}
