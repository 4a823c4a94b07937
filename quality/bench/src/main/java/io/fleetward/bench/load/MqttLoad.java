// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The generator's program. Says {@code ready} once its clients are connected, then obeys one command per line:
 * {@code run}, {@code pause}, and {@code count}, which it answers with how often it happened and how much was lost.
 * Ends with its input, and with exit code 1 as soon as anything is not as it should be.
 */
public final class MqttLoad {
    private MqttLoad() {}

    public static void main(String[] words) throws IOException {
        LoadOptions options = LoadOptions.parse(words);
        EventLoop loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory()).next();
        var connector = new Connector(options, loop);
        Runnable whenReady = () -> say("ready");
        Load load =
                options.isChurn() ? new Churn(options, connector, whenReady) : new Fleet(options, connector, whenReady);
        load.begin(loop);
        obey(load, loop);
        System.exit(0);
    }

    /** Ends the generator: a measurement in which something went wrong is none. */
    static void fail(Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    private static void obey(Load load, EventLoop loop) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = input.readLine(); command != null; command = input.readLine()) {
            switch (command) {
                case "run" -> loop.execute(load::run);
                case "pause" -> loop.execute(load::pause);
                case "count" -> say(load.count() + " " + load.lost());
                default -> throw new IOException("unknown command: " + command);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
