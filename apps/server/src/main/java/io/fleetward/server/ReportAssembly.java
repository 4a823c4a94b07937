// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.detect.report.DeviceReportIntake;
import io.fleetward.application.detect.report.ReportCounters;
import io.fleetward.application.detect.report.ReportReceivers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What takes in the reports of devices. */
record ReportAssembly(DeviceReportIntake intake, ReportCounters counters, ExecutorService worker)
        implements AutoCloseable {
    /** Reports that wait for the worker; those beyond are refused as throttled. */
    private static final int MOST_WAITING = 512;

    static ReportAssembly of(Settings settings, Foundation foundation, DetectAssembly detect) {
        var worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("reports").daemon().factory());
        var counters = new ReportCounters();
        var intake = new DeviceReportIntake(
                new ReportReceivers(detect.metricTypes(), detect.runtime(), worker),
                settings.reportLimits(),
                counters,
                foundation.clock());
        return new ReportAssembly(intake, counters, worker);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
