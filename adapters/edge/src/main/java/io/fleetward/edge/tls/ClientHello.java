// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says before the handshake that decides how it is answered. Immutable.
 *
 * @param serverName in lower case; null when not given
 * @param protocols the application protocols it offers, in its order
 * @param isWithoutCurves whether it can check no certificate with a P-256 key
 */
public record ClientHello(@Nullable String serverName, List<String> protocols, boolean isWithoutCurves) {
    static final ClientHello EMPTY = new ClientHello(null, List.of(), false);

    private static final int VERSION_AND_RANDOM = 34;
    private static final int SERVER_NAME = 0;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int ALPN = 16;
    private static final int ECDSA_SECP256R1_SHA256 = 0x0403;
    /** Those of TLS 1.3, then ECDHE_ECDSA with AES-CBC, AES-GCM and ChaCha20. */
    private static final Set<Integer> SUITES_WITH_CURVES =
            Set.of(0x1301, 0x1302, 0x1303, 0xC009, 0xC00A, 0xC023, 0xC024, 0xC02B, 0xC02C, 0xCCA9);

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
        boolean hasSuite = offersCurves(in.readSlice(in.readUnsignedShort()));
        in.skipBytes(in.readUnsignedByte());
        String serverName = null;
        List<String> protocols = List.of();
        boolean hasSignature = false;
        ByteBuf extensions = in.isReadable() ? in.readSlice(in.readUnsignedShort()) : in;
        while (extensions.isReadable()) {
            int type = extensions.readUnsignedShort();
            ByteBuf body = extensions.readSlice(extensions.readUnsignedShort());
            if (type == SERVER_NAME) {
                serverName = readServerName(body);
            } else if (type == ALPN) {
                protocols = readProtocols(body);
            } else if (type == SIGNATURE_ALGORITHMS) {
                hasSignature = holds(body.readSlice(body.readUnsignedShort()), ECDSA_SECP256R1_SHA256);
            }
        }
        return new ClientHello(serverName, protocols, !hasSuite || !hasSignature);
    }

    /** TLS 1.3 suites say nothing of certificates; of the others the name must. */
    private static boolean offersCurves(ByteBuf suites) {
        while (suites.isReadable()) {
            if (SUITES_WITH_CURVES.contains(suites.readUnsignedShort())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(ByteBuf numbers, int number) {
        while (numbers.isReadable()) {
            if (numbers.readUnsignedShort() == number) {
                return true;
            }
        }
        return false;
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
