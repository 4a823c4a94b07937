// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.FakeTargetPolicies;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.index.CreateDynamicGroup;
import io.fleetward.application.registry.index.DynamicGroupBuilds;
import io.fleetward.application.registry.index.DynamicGroupFollower;
import io.fleetward.application.registry.index.DynamicGroupRegistry;
import io.fleetward.application.registry.index.DynamicMembers;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.thing.AttributeChange;
import io.fleetward.application.registry.thing.CreateThing;
import io.fleetward.application.registry.thing.ThingGroupWriter;
import io.fleetward.application.registry.thing.ThingRegistry;
import io.fleetward.application.registry.thing.UpdateThing;
import io.fleetward.application.registry.thing.UpdateThingGroup;
import io.fleetward.application.work.Background;
import io.fleetward.kernel.Ids;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dynamic group as the target of a security profile: devices are watched as long as they fit its query. */
class DynamicGroupTargetsTest {
    private static final ThingName PUMP = new ThingName("pump-7");
    private static final ThingGroupName HOT = new ThingGroupName("hot");

    private final DetectWorld world = new DetectWorld();
    private final RegistryChanges changes = new RegistryChanges();
    private final RegistryRuntime runtime =
            new RegistryRuntime(world.registry.transactions(), changes, world.clock, new Ids(new Random(3)));
    private final ThingRegistry things = new ThingRegistry(runtime, world.registry.things());
    private final List<Runnable> jobs = new ArrayList<>();
    private DynamicGroupRegistry groups;

    @BeforeEach
    void connectTheRegistryWithDetect() {
        var members = new DynamicMembers(world.registry.things().members(), changes);
        var builds = new DynamicGroupBuilds(
                world.registry.transactions(),
                world.registry.things(),
                members,
                new Background(jobs::add, world.timers, world.clock, runtime.ids()));
        changes.recordWith(new DynamicGroupFollower(world.registry.things(), members, builds));
        changes.listen(change -> world.runtime().onChange(change));
        groups = new DynamicGroupRegistry(
                runtime,
                world.registry.things(),
                world.registry.indexing(),
                new ThingGroupWriter(
                        runtime,
                        world.registry.things(),
                        new ResourceTags(world.registry.tags()),
                        new FakeTargetPolicies()),
                builds);
        world.registry.change(tx -> world.registry.indexing().put(tx, HERE, IndexingMode.REGISTRY));
    }

    private void createGroup() {
        groups.create(
                HERE, new CreateDynamicGroup(HOT, "attributes.temperature>50", ThingGroup.Properties.NONE, Map.of()));
        jobs.forEach(Runnable::run);
        world.profiles().create(HERE, "TinyMessages", profile(tinyMessages()), Map.of());
        world.attachments().attach(HERE, "TinyMessages", HOT.arn(HERE).toString());
        world.settle();
    }

    private void createPump(String temperature) {
        things.create(HERE, new CreateThing(PUMP, null, new Attributes(Map.of("temperature", temperature))));
        world.settle();
    }

    private void heat(String temperature) {
        var attributes = new AttributeChange(Map.of("temperature", temperature), true);
        things.update(HERE, new UpdateThing(PUMP, null, false, attributes, null));
        world.settle();
    }

    private List<String> recordStates() {
        return world.findings.stream()
                .map(finding -> finding.get("RecordState").stringValue())
                .toList();
    }

    @Test
    void aDeviceIsWatchedFromTheChangeThatMakesItFitToTheOneAfterWhichItDoesNot() {
        createPump("20");
        createGroup();
        world.publish("pump-7", 9);
        assertThat(world.alarms()).isEmpty();

        heat("60");
        world.publish("pump-7", 9);
        assertThat(world.alarms()).containsExactly("pump-7 msgSize");

        heat("30");
        assertThat(world.alarms()).isEmpty();
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        assertThat(recordStates()).containsExactly("ACTIVE", "ARCHIVED");
        world.publish("pump-7", 9);
        assertThat(world.alarms()).isEmpty();
    }

    @Test
    void aDeviceThatWasThereBeforeTheGroupIsWatchedOnceItIsBuilt() {
        createPump("60");
        createGroup();

        world.publish("pump-7", 9);

        assertThat(world.alarms()).containsExactly("pump-7 msgSize");
    }

    @Test
    void anotherQueryEndsTheAlarmsOfThoseWhoNoLongerFit() {
        createPump("60");
        createGroup();
        world.publish("pump-7", 9);

        var unchanged = new UpdateThingGroup(HOT, null, AttributeChange.NONE, null);
        jobs.clear();
        groups.update(HERE, unchanged, "attributes.temperature>70");
        jobs.forEach(Runnable::run);
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    @Test
    void deletingTheGroupEndsItsAlarms() {
        createPump("60");
        createGroup();
        world.publish("pump-7", 9);

        groups.delete(HERE, HOT, null);
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }
}
