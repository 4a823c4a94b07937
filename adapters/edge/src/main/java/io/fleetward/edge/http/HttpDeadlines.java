// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.edge.loop.EdgeLoop;
import io.fleetward.edge.loop.Watched;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Cuts off a client that dawdles: between requests, within one, or in taking its answer. While a request is being
 * answered there is no deadline. Confined to the channel's loop.
 */
final class HttpDeadlines extends ChannelInboundHandlerAdapter implements Watched {
    private static final long NONE = Long.MAX_VALUE;

    private final HttpContext context;
    private final HttpLimits limits;
    private final EdgeLoop loop;
    private final Channel channel;
    private boolean isWithinRequest;
    private long deadline;

    HttpDeadlines(HttpContext context, EdgeLoop loop, Channel channel) {
        this.context = context;
        limits = context.limits();
        this.loop = loop;
        this.channel = channel;
        deadline = loop.now() + limits.idleMillis();
    }

    /** The request is complete. */
    void requestComplete() {
        deadline = NONE;
    }

    /** The answer is on its way; the next request may come once the client took it. */
    void answering() {
        deadline = loop.now() + limits.requestMillis();
        isWithinRequest = true;
    }

    /** The client took the answer. */
    void answered() {
        deadline = loop.now() + limits.idleMillis();
        isWithinRequest = false;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        loop.watch(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        loop.unwatch(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object data) {
        if (!isWithinRequest && deadline != NONE) {
            isWithinRequest = true;
            deadline = loop.now() + limits.requestMillis();
        }
        reading.fireChannelRead(data);
    }

    @Override
    public void check(long now) {
        if (now >= deadline) {
            deadline = NONE;
            if (isWithinRequest) {
                context.counters().count(Counter.REQUESTS_REFUSED);
            }
            var _ = channel.close();
        }
    }
}
