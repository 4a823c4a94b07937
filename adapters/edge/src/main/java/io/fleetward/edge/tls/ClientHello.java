// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client says before the handshake that decides how it is answered. Immutable.
 *
 * @param serverName in lower case; null when not given
 * @param protocols the application protocols it offers, in its order
 */
public record ClientHello(@Nullable String serverName, List<String> protocols) {
    static final ClientHello EMPTY = new ClientHello(null, List.of());

    private static final int VERSION_AND_RANDOM = 34;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;

    public ClientHello {
        protocols = List.copyOf(protocols);
    }

    /** Reads a ClientHello from its version on; what cannot be read is left for the handshake to refuse. */
    static ClientHello parse(@Nullable ByteBuf hello) {
        if (hello == null) {
            return EMPTY;
        }
        try {
            return parseExtensions(hello.duplicate());
        } catch (IndexOutOfBoundsException _) {
            return EMPTY;
        }
    }

    private static ClientHello parseExtensions(ByteBuf in) {
        in.skipBytes(VERSION_AND_RANDOM);
        in.skipBytes(in.readUnsignedByte());
        in.skipBytes(in.readUnsignedShort());
        in.skipBytes(in.readUnsignedByte());
        ByteBuf extensions = in.readSlice(in.readUnsignedShort());
        String serverName = null;
        List<String> protocols = List.of();
        while (extensions.isReadable()) {
            int type = extensions.readUnsignedShort();
            ByteBuf body = extensions.readSlice(extensions.readUnsignedShort());
            if (type == SERVER_NAME) {
                serverName = readServerName(body);
            } else if (type == ALPN) {
                protocols = readProtocols(body);
            }
        }
        return new ClientHello(serverName, protocols);
    }

    private static @Nullable String readServerName(ByteBuf body) {
        ByteBuf names = body.readSlice(body.readUnsignedShort());
        while (names.isReadable()) {
            int type = names.readUnsignedByte();
            ByteBuf name = names.readSlice(names.readUnsignedShort());
            if (type == 0) {
                return name.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static List<String> readProtocols(ByteBuf body) {
        ByteBuf list = body.readSlice(body.readUnsignedShort());
        var protocols = new ArrayList<String>();
        while (list.isReadable()) {
            protocols.add(list.readSlice(list.readUnsignedByte()).toString(StandardCharsets.US_ASCII));
        }
        return protocols;
    }
}
