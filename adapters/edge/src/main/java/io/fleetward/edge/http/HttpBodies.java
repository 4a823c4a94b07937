// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpMessage;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Collects the body of a request, within what one request and all of them together may hold. Confined to the
 * channel's loop.
 *
 * <p>Room is held from a body's first byte until its request is answered.
 */
final class HttpBodies extends HttpObjectAggregator {
    private final HttpContext context;
    private long held;
    private boolean isRefused;

    HttpBodies(HttpContext context) {
        super(context.limits().maxBodyBytes(), true);
        this.context = context;
    }

    /** The request is answered or given up: its body is needed no longer. */
    void release() {
        context.giveBack(held);
        held = 0;
    }

    @Override
    protected void aggregate(FullHttpMessage request, HttpContent content) throws Exception {
        int bytes = content.content().readableBytes();
        if (!isRefused && context.hold(bytes)) {
            held += bytes;
            super.aggregate(request, content);
        } else {
            refuse(ctx(), BodyRefused.TOO_MANY);
        }
    }

    @Override
    protected Object newContinueResponse(HttpMessage request, int maxBytes, ChannelPipeline pipeline) {
        Object answer = super.newContinueResponse(request, maxBytes, pipeline);
        if (answer instanceof HttpResponse refusal && !refusal.status().equals(HttpResponseStatus.CONTINUE)) {
            context.identify(refusal.headers());
        }
        return answer;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext reading, HttpMessage oversized) {
        refuse(reading, BodyRefused.TOO_LARGE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) throws Exception {
        release();
        super.channelInactive(inactive);
    }

    private void refuse(ChannelHandlerContext reading, BodyRefused why) {
        if (!isRefused) {
            isRefused = true;
            reading.fireUserEventTriggered(why);
        }
    }

    /** The event of a body that is not received to its end. */
    enum BodyRefused {
        /** It is larger than a request may be. */
        TOO_LARGE,
        /** The server holds as much as it may. */
        TOO_MANY
    }
}
