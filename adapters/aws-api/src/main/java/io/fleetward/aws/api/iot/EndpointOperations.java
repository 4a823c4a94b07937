// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.account.Endpoints;
import io.fleetward.aws.model.iot.DescribeEndpointRequest;
import io.fleetward.aws.model.iot.DescribeEndpointResponse;
import io.fleetward.aws.model.iot.IotApi;

/** Tells where to connect (iot-core, client expectations). Thread-safe. */
public final class EndpointOperations implements IotApi {
    private final Endpoints endpoints;

    public EndpointOperations(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public DescribeEndpointResponse describeEndpoint(DescribeEndpointRequest request, CallContext context) {
        return new DescribeEndpointResponse(endpoints.describe(request.endpointType()));
    }
}
