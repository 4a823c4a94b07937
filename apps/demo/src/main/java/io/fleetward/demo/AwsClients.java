// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;

/** The AWS SDK's own clients, pointed at a Fleetward server and otherwise as they come. Thread-safe. */
public final class AwsClients implements AutoCloseable {
    private final SdkHttpClient http = Apache5HttpClient.create();
    private final IotClient iot;
    private final SecurityHubClient hub;

    public AwsClients(Environment environment) {
        iot = point(IotClient.builder(), environment).build();
        hub = point(SecurityHubClient.builder(), environment).build();
    }

    private <
                    B extends
                            AwsSyncClientBuilder<B, C>
                                    & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, C>,
                    C>
            B point(B builder, Environment environment) {
        var key = AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
        return builder.endpointOverride(environment.endpoint())
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClient(http);
    }

    public IotClient iot() {
        return iot;
    }

    public SecurityHubClient hub() {
        return hub;
    }

    @Override
    public void close() {
        iot.close();
        hub.close();
        http.close();
    }
}
