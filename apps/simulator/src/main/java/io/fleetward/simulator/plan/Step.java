// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

/** Something a device does, or somebody in its name, at an instant. Immutable. */
public sealed interface Step {
    long at();

    /** It publishes so many bytes on its topic. */
    record Publish(long at, int bytes) implements Step {}

    /** It reports its own metrics. */
    record Report(long at, Measured measured) implements Step {}

    /** It loses its connection and comes back. */
    record Reconnect(long at) implements Step {}

    /** It says goodbye and is not heard of again. */
    record FallSilent(long at) implements Step {}

    /** It asks for messages that are none of its business. */
    record Probe(long at, String filter) implements Step {}

    /** Somebody connects with its client id and certificate from where it is, and leaves. */
    record Impersonate(long at) implements Step {}

    /** Somebody connects with its client id and certificate from elsewhere, asks for everything, and leaves. */
    record Intrude(long at) implements Step {}
}
