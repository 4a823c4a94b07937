// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

import io.fleetward.application.broker.Loop;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The event loops of the process: epoll where the platform has it, NIO elsewhere. Thread-safe. */
public final class EdgeLoops implements Supplier<Loop>, AutoCloseable {
    private static final long QUIET_MILLIS = 50;
    private static final long CLOSE_SECONDS = 5;

    private final boolean isNative = Epoll.isAvailable();
    private final EventLoopGroup group;
    private final List<EdgeLoop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param threads how many loops; as many as cores is right for a broker that has the machine
     */
    public EdgeLoops(int threads, InstantSource clock) {
        group = new MultiThreadIoEventLoopGroup(
                threads, isNative ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        for (EventExecutor executor : group) {
            var loop = new EdgeLoop((SingleThreadEventLoop) executor, clock);
            loops.add(loop);
            loop.start();
        }
    }

    /** The next loop in turn, for work that does not come from a channel. */
    @Override
    public Loop get() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    /** The loop of a channel registered on this Netty loop. */
    public EdgeLoop of(EventLoop events) {
        for (EdgeLoop loop : loops) {
            if (loop.isOf(events)) {
                return loop;
            }
        }
        throw new IllegalArgumentException("not one of these loops: " + events);
    }

    public EventLoopGroup group() {
        return group;
    }

    /** The kind of listening socket that fits these loops. */
    public Class<? extends ServerChannel> serverChannel() {
        return isNative ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** Ends the loops after what they are doing. */
    @Override
    public void close() {
        group.shutdownGracefully(QUIET_MILLIS, TimeUnit.SECONDS.toMillis(CLOSE_SECONDS), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }
}
