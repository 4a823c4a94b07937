// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.aws.api.AwsApi;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpHeader;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import java.util.Map;

/** Hands what the edge receives to the AWS API, which knows nothing of the edge. */
record ApiHandler(AwsApi api) implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request) {
        return translate(api.handle(translate(request)));
    }

    static ApiRequest translate(HttpRequest request) {
        var headers = Headers.of(request.headers().stream()
                .map(header -> Map.entry(header.name(), header.value()))
                .toList());
        return ApiRequest.of(request.method(), request.target())
                .headers(headers)
                .body(request.body())
                .remoteAddress(request.sourceIp())
                .build();
    }

    static HttpResponse translate(ApiResponse answer) {
        return new HttpResponse(
                answer.status(),
                answer.headers().entrySet().stream()
                        .map(field -> new HttpHeader(field.getKey(), field.getValue()))
                        .toList(),
                answer.body());
    }
}
