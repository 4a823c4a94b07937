// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;

/** What Detect knows of things, as far as custom checks ask for it. Thread-safe. */
public interface DeviceActivity {
    /** Nothing is known of any thing. */
    DeviceActivity NONE = new DeviceActivity() {
        @Override
        public Map<String, Double> metricsOf(AccountRegion scope, String thingName) {
            return Map.of();
        }

        @Override
        public List<String> violationsOf(AccountRegion scope, String thingName) {
            return List.of();
        }
    };

    /** The latest value of each metric that was measured in the last hour, by the metric's name. */
    Map<String, Double> metricsOf(AccountRegion scope, String thingName);

    /** The behaviors that the thing breaks now, sorted, each as profile, slash, behavior. */
    List<String> violationsOf(AccountRegion scope, String thingName);
}
