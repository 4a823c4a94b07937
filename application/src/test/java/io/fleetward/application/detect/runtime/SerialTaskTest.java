// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerialTaskTest {
    private final QueuedExecutor executor = new QueuedExecutor();
    private final List<String> runs = new ArrayList<>();

    @Test
    void runsOnceMoreWhenItIsWokenWhileItRuns() {
        var task = new SerialTask[1];
        task[0] = new SerialTask(executor, () -> {
            runs.add("run");
            if (runs.size() == 1) {
                task[0].wake();
                task[0].wake();
            }
        });

        task[0].wake();
        task[0].wake();
        executor.runAll();

        assertThat(runs).hasSize(2);
    }

    /** Otherwise its devices would be watched by nobody until the next start of the server. */
    @Test
    void runsAgainAfterAnError() {
        var task = new SerialTask[1];
        task[0] = new SerialTask(executor, () -> {
            runs.add("run");
            if (runs.size() == 1) {
                task[0].wake();
                throw new OutOfMemoryError("on purpose");
            }
        });

        task[0].wake();
        assertThatThrownBy(executor::runAll).isInstanceOf(OutOfMemoryError.class);
        executor.runAll();
        assertThat(runs).hasSize(2);

        task[0].wake();
        executor.runAll();
        assertThat(runs).hasSize(3);
    }
}
