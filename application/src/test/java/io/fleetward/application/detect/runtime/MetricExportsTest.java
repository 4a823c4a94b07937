// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static io.fleetward.application.detect.runtime.DetectWorld.PERIOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.InMemoryExportProgress;
import io.fleetward.application.detect.ProfileDraft;
import io.fleetward.application.detect.ProfileDraft.RetainDraft;
import io.fleetward.broker.message.Message;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.ProfileTarget.AllThings;
import io.fleetward.detect.profile.ProfileTarget.RegisteredThings;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricExportsTest {
    private static final String SENT = "aws:num-messages-sent";

    private final DetectWorld world = new DetectWorld();
    private final InMemoryExportProgress progress = new InMemoryExportProgress();
    private final List<String> published = new ArrayList<>();
    private boolean isBrokerDown;
    private final MessagePublisher publisher = new MessagePublisher() {
        @Override
        public CompletionStage<Void> publish(AccountRegion scope, Message message) {
            if (isBrokerDown) {
                return CompletableFuture.failedFuture(new IllegalStateException("down"));
            }
            JsonNode json = JsonMapper.shared().readTree(new String(message.payload(), UTF_8));
            json.get("metrics")
                    .forEach(entry -> published.add(
                            message.topic() + " " + entry.get("thing").stringValue() + " "
                                    + entry.get("value") + " "
                                    + (entry.get("timestamp").longValue() - world.clock.millis())));
            return CompletableFuture.completedFuture(null);
        }
    };

    private void export(String profile, String topic, ProfileTarget target) {
        var export = new MetricsExport(topic, "arn:aws:iam::111122223333:role/export");
        var draft = new ProfileDraft(null, null, null, null, List.of(new RetainDraft(SENT, null, true)), export);
        world.profiles().create(HERE, profile, draft, Map.of());
        world.attachments().attach(HERE, profile, target.arn(HERE).toString());
    }

    private MetricExports start() {
        MetricExports exports = world.exports(progress, publisher);
        exports.start();
        return exports;
    }

    /** Lets a metric period end, and the values of it be written and exported. */
    private void passPeriodAndDelay() {
        world.passPeriod();
        world.pass(PERIOD.dividedBy(10));
    }

    @Test
    void publishesWhatWasMeasuredSoonAfterThePeriod() {
        export("p", "values", new AllThings());
        start();
        world.passPeriod();

        world.publish("pump-7", 10);
        world.publish("pump-7", 10);
        world.publish("pump-8", 10);
        passPeriodAndDelay();

        assertThat(published).containsExactly("values pump-7 {\"count\":2} -1000", "values pump-8 {\"count\":1} -1000");

        passPeriodAndDelay();
        assertThat(published).hasSize(2);
    }

    @Test
    void publishesOnlyWhatTheTargetsOfTheProfileMean() {
        world.createThing("pump-7");
        export("registered", "registered", new RegisteredThings());
        export("all", "all", new AllThings());
        start();
        world.passPeriod();

        world.publish("pump-7", 10);
        world.publish("stranger", 10);
        passPeriodAndDelay();

        assertThat(published)
                .extracting(line -> line.substring(0, line.indexOf('{') - 1))
                .containsExactlyInAnyOrder("registered pump-7", "all pump-7", "all stranger");
    }

    @Test
    void catchesUpOnWhatCouldNotBePublished() {
        export("p", "values", new AllThings());
        MetricExports first = start();
        world.passPeriod();

        isBrokerDown = true;
        world.publish("pump-7", 10);
        passPeriodAndDelay();
        first.close();
        world.publish("pump-8", 10);
        passPeriodAndDelay();
        assertThat(published).isEmpty();

        isBrokerDown = false;
        start();
        passPeriodAndDelay();
        assertThat(published)
                .extracting(line -> line.substring(0, line.indexOf('{') - 1))
                .containsExactly("values pump-7", "values pump-8");
    }

    @Test
    void leavesProfilesAloneThatExportNothing() {
        world.profiles().create(HERE, "p", new ProfileDraft(null, null, null, List.of(SENT), null, null), Map.of());
        world.attachments().attach(HERE, "p", new AllThings().arn(HERE).toString());
        start();
        world.publish("pump-7", 10);
        passPeriodAndDelay();
        passPeriodAndDelay();

        assertThat(published).isEmpty();
    }
}
