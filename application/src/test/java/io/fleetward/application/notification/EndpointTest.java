// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @Test
    void tellsThePartsOfARequest() {
        Endpoint endpoint = Endpoint.parse("https", "HTTPS://hooks.example:8443/a%20b/?c=d&e");

        assertThat(endpoint.protocol()).isEqualTo("https");
        assertThat(endpoint.isSecure()).isTrue();
        assertThat(endpoint.host()).isEqualTo("hooks.example");
        assertThat(endpoint.port()).isEqualTo(8443);
        assertThat(endpoint.authority()).isEqualTo("hooks.example:8443");
        assertThat(endpoint.target()).isEqualTo("/a%20b/?c=d&e");
        assertThat(endpoint).hasToString("HTTPS://hooks.example:8443/a%20b/?c=d&e");
    }

    @ParameterizedTest
    @CsvSource({
        "http, http://hooks.example, hooks.example, 80, hooks.example, /",
        "https, https://hooks.example?a=b, hooks.example, 443, hooks.example, /?a=b",
        "http, http://[2001:db8::1]:81/x, 2001:db8::1, 81, [2001:db8::1]:81, /x",
        "http, http://192.0.2.7/, 192.0.2.7, 80, 192.0.2.7, /"
    })
    void fillsInWhatAUrlLeavesOut(String protocol, String url, String host, int port, String authority, String target) {
        Endpoint endpoint = Endpoint.parse(protocol, url);

        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint.authority()).isEqualTo(authority);
        assertThat(endpoint.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, arn:aws:sqs:us-east-1:000000000000:q, the protocol sqs is not supported",
        "sms, 0123, the protocol sms is not supported",
        "lambda, x, the protocol lambda is not supported",
        "https, http://hooks.example/, must begin with https://",
        "http, hooks.example, must be a URL",
        "http, '', at most 2048 ASCII characters",
        "http, http://hööks.example/, ASCII",
        "http, 'http://hooks.example/a b', not a URL",
        "http, 'http://hooks.example/\r\nX: y', not a URL",
        "http, http:///path, must name a host",
        "http, http:hooks, must name a host",
        "http, http://a_b.example/, must name a host",
        "http, http://user:secret@hooks.example/, a user and password",
        "http, http://hooks.example/#part, must not have a fragment",
        "http, http://hooks.example:0/, the port must be",
        "http, http://hooks.example:65536/, the port must be"
    })
    void refusesWhatCannotBePostedTo(String protocol, String url, String message) {
        assertThatThrownBy(() -> Endpoint.parse(protocol, url))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Invalid parameter: ")
                .hasMessageContaining(message);
    }
}
