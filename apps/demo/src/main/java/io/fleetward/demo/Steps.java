// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs steps one after the other and prints each with its duration and the aws CLI line that does the same. */
final class Steps {
    /** What a step waits for at the most. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(25);

    private final PrintStream out;
    private final long start = System.nanoTime();
    private int done;

    Steps(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Performs the action; prints what it did, how long it took, and the equivalent command. */
    <T> T step(String title, String equivalent, Callable<T> action) throws Exception {
        long begin = System.nanoTime();
        T result = action.call();
        done++;
        say(String.format("%2d. %-78s %6d ms", done, title, millisSince(begin)));
        if (!equivalent.isEmpty()) {
            say("      $ " + equivalent);
        }
        return result;
    }

    /** A step that asks again until the answer satisfies, or fails after {@link #PATIENCE}. */
    <T> T await(String title, String equivalent, Callable<Seen<T>> question) throws Exception {
        return step(title, equivalent, () -> ask(title, question));
    }

    private static <T> T ask(String title, Callable<Seen<T>> question) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            switch (question.call()) {
                case Seen.Yes<T>(T value) -> {
                    return value;
                }
                case Seen.NotYet<T>(String instead) -> {
                    if (millisSince(begin) > PATIENCE.toMillis()) {
                        throw new StepFailed(
                                title + ": not within " + PATIENCE.toSeconds() + " s; last seen: " + instead);
                    }
                    Thread.sleep(POLL);
                }
            }
        }
    }

    void sum() {
        say(String.format("Both experiments held: %d steps in %.1f s.", done, millisSince(start) / 1000.0));
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
