// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue of formats in which findings come. */
public final class FindingSources {
    private static final List<FindingSource> ALL = List.of(
            new AsffSource(),
            new OcsfSource(),
            new SarifSource(),
            new CsvSource(),
            new NativeSource(new GuardDutyService()),
            new NativeSource(new InspectorService()),
            new NativeSource(new MacieService()),
            new NativeSource(new AccessAnalyzerService()),
            new NativeSource(new FirewallManagerService()),
            new NativeSource(new PatchManagerService()),
            new NativeSource(new ConfigService()),
            new NativeSource(new HealthService()));

    private static final Set<String> CONNECTED = ALL.stream()
            .map(FindingSource::product)
            .filter(product -> product != null)
            .collect(Collectors.toSet());

    private FindingSources() {}

    public static List<FindingSource> all() {
        return ALL;
    }

    /** The format of this name; null when there is none. */
    public static @Nullable FindingSource of(String format) {
        return ALL.stream()
                .filter(source -> source.format().equals(format))
                .findFirst()
                .orElse(null);
    }

    /** The format of the events that this source leaves on a bus, for example {@code aws.guardduty}; null for none. */
    public static @Nullable FindingSource ofEvents(String eventSource) {
        return ALL.stream()
                .filter(source -> source instanceof NativeSource(NativeService service)
                        && service.eventSource().equals(eventSource))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a product of the platform is one whose findings come from elsewhere in its own format, so that senders
     * may speak for it.
     */
    public static boolean isConnected(String product) {
        return CONNECTED.contains(product);
    }
}
