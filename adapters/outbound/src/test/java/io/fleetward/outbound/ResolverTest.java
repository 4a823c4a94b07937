// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ResolverTest {
    @Test
    void findsAllAddresses() throws Exception {
        InetAddress one = InetAddress.getByName("192.0.2.1");
        InetAddress two = InetAddress.getByName("2001:db8::2");
        try (var resolver = new Resolver(_ -> new InetAddress[] {one, two}, 1)) {
            assertThat(resolver.resolve("host.example", 10_000)).containsExactly(one, two);
        }
    }

    @Test
    void failsAtOnceWhenTooManyLookUpsHang() {
        // As the platform's resolver: nothing interrupts it.
        var hanging = new CompletableFuture<InetAddress[]>();
        try (var resolver = new Resolver(_ -> hanging.join(), 1)) {
            assertThatThrownBy(() -> resolver.resolve("host.example", 1)).hasMessageContaining("took too long");
            assertThatThrownBy(() -> resolver.resolve("host.example", 60_000)).hasMessageContaining("too many");
            hanging.complete(new InetAddress[0]);
        }
    }
}
