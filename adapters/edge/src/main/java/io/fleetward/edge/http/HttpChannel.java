// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.edge.http.HttpBodies.BodyRefused;
import io.fleetward.edge.http.Upgrade.Outcome;
import io.fleetward.edge.loop.PeerAddress;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpExpectationFailedEvent;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.flow.FlowControlHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP connection: collects a request, has it answered on a virtual thread, writes the answer, then takes the
 * next one.
 *
 * <p>Confined to the channel's loop but for the handler's work.
 */
public final class HttpChannel extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpChannel.class);

    private final HttpContext context;
    private final HttpService service;
    private final HttpDeadlines deadlines;
    private final HttpBodies bodies;
    private final @Nullable String serverName;
    private final boolean isSecure;
    /** Whether the last answer of this connection is on its way. */
    private boolean isOver;

    private HttpChannel(HttpContext context, HttpService service, HttpTransport transport, Channel channel) {
        this.context = context;
        this.service = service;
        deadlines = new HttpDeadlines(context, context.loops().of(channel.eventLoop()), channel);
        bodies = new HttpBodies(context);
        serverName = transport.serverName();
        isSecure = transport.isSecure();
    }

    /**
     * How a request reaches the server.
     *
     * @param serverName the name asked for in the TLS handshake, null when there was none
     */
    public record HttpTransport(boolean isSecure, @Nullable String serverName) {
        /** Plain HTTP. */
        public static final HttpTransport PLAIN = new HttpTransport(false, null);
    }

    /** Makes the channel, whose handlers so far only look after the transport, an HTTP connection. */
    public static void install(HttpContext context, HttpService service, HttpTransport transport, Channel channel) {
        HttpLimits limits = context.limits();
        var http = new HttpChannel(context, service, transport, channel);
        var decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(limits.maxLineBytes())
                .setMaxHeaderSize(limits.maxHeaderBytes());
        channel.pipeline()
                .addLast(http.deadlines)
                .addLast(new HttpServerCodec(decoding))
                .addLast(http.bodies)
                .addLast(new FlowControlHandler())
                .addLast(http);
        channel.config().setAutoRead(true);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext reading, FullHttpRequest request) {
        if (isOver || !reading.channel().isActive()) {
            return;
        }
        // Reads on only when this request is answered; a request may take any number of reads to arrive.
        reading.channel().config().setAutoRead(false);
        deadlines.requestComplete();
        boolean isKeptAlive = HttpUtil.isKeepAlive(request);
        if (request.decoderResult().isFailure()) {
            refuse(reading, refusal(request.decoderResult().cause()));
            return;
        }
        HttpRequest translated = translate(reading.channel(), request);
        if (service.upgrade().isAskedFor(translated)) {
            // What the client sends from here on is no HTTP any more; it waits until somebody takes it.
            reading.pipeline().get(HttpServerCodec.class).removeInboundHandler();
            run(reading, () -> decide(translated), outcome -> conclude(reading, outcome));
        } else {
            run(reading, () -> handle(translated), response -> answer(reading, response, isKeptAlive));
        }
    }

    /** Has the work done on a virtual thread and what comes of it back on the loop. */
    private <T> void run(ChannelHandlerContext reading, Supplier<T> work, Consumer<T> done) {
        boolean isRunning = context.run(() -> {
            T result = work.get();
            reading.executor().execute(() -> done.accept(result));
        });
        if (!isRunning) {
            refuse(reading, unavailable("too many requests are being answered"));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        switch (event) {
            case BodyRefused.TOO_LARGE ->
                refuse(triggered, HttpResponse.error(413, "RequestEntityTooLargeException", "the body is too large"));
            case BodyRefused.TOO_MANY -> refuse(triggered, unavailable("too many requests are being received"));
            case HttpExpectationFailedEvent _ -> context.counters().count(Counter.REQUESTS_REFUSED);
            default -> triggered.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable cause) {
        if (!(cause instanceof IOException)) {
            context.counters().count(Counter.REQUESTS_REFUSED);
            LOG.atDebug().setCause(cause).log("http-connection-failed");
        }
        var _ = caught.close();
    }

    /** Answers a request that is not going to be handled, and nothing after it. */
    private void refuse(ChannelHandlerContext writing, HttpResponse response) {
        context.counters().count(Counter.REQUESTS_REFUSED);
        writing.channel().config().setAutoRead(false);
        answer(writing, response, false);
    }

    private HttpResponse handle(HttpRequest request) {
        try {
            return service.handler().handle(request);
        } catch (RuntimeException failure) {
            return failed(request, failure);
        }
    }

    private Outcome decide(HttpRequest request) {
        try {
            return service.upgrade().decide(request);
        } catch (RuntimeException failure) {
            return new Outcome.Refused(failed(request, failure));
        }
    }

    private static HttpResponse failed(HttpRequest request, RuntimeException failure) {
        LOG.atError().addKeyValue("method", request.method()).setCause(failure).log("http-handler-failed");
        return HttpResponse.error(500, "InternalFailureException", "internal error");
    }

    private void conclude(ChannelHandlerContext writing, Outcome outcome) {
        switch (outcome) {
            case Outcome.Refused(HttpResponse answer) -> refuse(writing, answer);
            case Outcome.Granted granted -> {
                if (writing.channel().isActive()) {
                    goOver(writing, granted);
                }
            }
        }
    }

    /** Answers the last request and leaves the channel, with everything that was sent since, to its new protocol. */
    private void goOver(ChannelHandlerContext writing, Outcome.Granted granted) {
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
        granted.headers().forEach(header -> answer.headers().add(header.name(), header.value()));
        var _ = writing.writeAndFlush(answer);
        ChannelPipeline pipeline = writing.pipeline();
        pipeline.remove(HttpServerCodec.class);
        pipeline.remove(bodies);
        pipeline.remove(deadlines);
        granted.takeOver().accept(writing.channel());
        pipeline.remove(this);
        writing.channel().config().setAutoRead(true);
        pipeline.remove(FlowControlHandler.class);
    }

    private void answer(ChannelHandlerContext writing, HttpResponse response, boolean isKeptAlive) {
        HttpStream stream = response.stream();
        if (stream == null) {
            answerWhole(writing, response, isKeptAlive);
        } else {
            answerOnAndOn(writing, response, stream);
        }
    }

    /** Begins the last answer of the connection; from here on there is no deadline but the client's patience. */
    private void answerOnAndOn(ChannelHandlerContext writing, HttpResponse response, HttpStream stream) {
        isOver = true;
        bodies.release();
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        response.headers().forEach(header -> head.headers().add(header.name(), header.value()));
        context.identify(head.headers());
        HttpUtil.setTransferEncodingChunked(head, true);
        HttpUtil.setKeepAlive(head, false);
        var _ = writing.writeAndFlush(head);
        stream.open(new ChunkedSink(writing.channel(), context.limits().maxStreamBehind()));
    }

    private void answerWhole(ChannelHandlerContext writing, HttpResponse response, boolean isKeptAlive) {
        isOver = !isKeptAlive;
        deadlines.answering();
        bodies.release();
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        response.headers().forEach(header -> answer.headers().add(header.name(), header.value()));
        context.identify(answer.headers());
        HttpUtil.setContentLength(answer, response.body().length);
        HttpUtil.setKeepAlive(answer, isKeptAlive);
        var _ = writing.writeAndFlush(answer).addListener((ChannelFutureListener) written -> {
            if (written.isSuccess() && isKeptAlive) {
                deadlines.answered();
                writing.channel().config().setAutoRead(true);
            } else {
                var _ = writing.close();
            }
        });
    }

    private HttpRequest translate(Channel channel, FullHttpRequest request) {
        List<HttpHeader> headers = new ArrayList<>(request.headers().size());
        for (Map.Entry<String, String> header : request.headers()) {
            headers.add(new HttpHeader(header.getKey(), header.getValue()));
        }
        return new HttpRequest(
                request.method().name(),
                request.uri(),
                headers,
                ByteBufUtil.getBytes(request.content()),
                PeerAddress.of(channel),
                isSecure,
                serverName);
    }

    private static HttpResponse refusal(Throwable cause) {
        return cause instanceof TooLongFrameException
                ? HttpResponse.error(
                        431, "RequestEntityTooLargeException", "the request line or the headers are too large")
                : HttpResponse.error(400, "InvalidRequestException", "the request is not well-formed HTTP");
    }

    private static HttpResponse unavailable(String why) {
        return HttpResponse.error(503, "ServiceUnavailableException", why);
    }
}
