// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PacketReaderTest {
    private static final int TRIES = 200_000;
    private static final String CONNECT = "10 00 04 4D515454 04 C6 003C 0001 61 0001 77 0001 21 0001 75 0001 70";
    private static final String CONNECT_FIVE =
            "10 00 04 4D515454 05 06 003C 05 11 0000000A 0001 61 02 01 01 0001 77 0000";
    private static final List<String> PACKETS = List.of(
            CONNECT,
            CONNECT_FIVE,
            "32 0003 612F62 0007 70617973",
            "32 0003 612F62 0007 0B 01 01 26 0001 6B 0001 76 23 0001 70",
            "40 0007",
            "40 0007 10 06 1F 0001 61 26 0000 0000",
            "82 0008 0003 612F2B 01",
            "82 0008 00 0009 2473686172652F672F 612F 00",
            "A2 0009 0003 612F2B",
            "C0",
            "E0",
            "E0 04 05 11 0000000A");

    @Test
    void readsTheTopicOfEveryMessageThoughItRemembersTheLastOne() {
        var reader = new PacketReader();
        assertThat(topicOf(reader, "30 0001 61 62")).isEqualTo("a");
        assertThat(topicOf(reader, "30 0001 61 63")).isEqualTo("a");
        assertThat(topicOf(reader, "30 0001 62 61")).isEqualTo("b");
        assertThat(topicOf(reader, "30 0002 6161")).isEqualTo("aa");
        assertThat(topicOf(reader, "30 0001 61")).isEqualTo("a");
    }

    @Test
    void neverReadsBeyondThePacketNorFailsOtherwiseThanByRefusal() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        var three = new PacketReader();
        var five = new PacketReader();
        read(three, bytes(CONNECT));
        read(five, bytes(CONNECT_FIVE));
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] packet = damaged(bytes(PACKETS.get(random.nextInt(PACKETS.size()))), random);
            PacketReader reader = packet.length > 0 && (packet[0] & 0xF0) == 0x10
                    ? new PacketReader()
                    : random.nextBoolean() ? three : five;
            if (!isRead(reader, packet, seed)) {
                refused++;
            }
        }
        assertThat(refused).as("refused by %s", seed).isBetween(TRIES / 10, TRIES - TRIES / 10);
    }

    private static boolean isRead(PacketReader reader, byte[] packet, Seed seed) {
        try {
            read(reader, packet);
            return true;
        } catch (PacketRefused expected) {
            return false;
        } catch (RuntimeException unexpected) {
            throw new AssertionError(HexFormat.of().formatHex(packet) + " " + seed, unexpected);
        }
    }

    private static void read(PacketReader reader, byte[] packet) {
        if (packet.length == 0) {
            return;
        }
        // What lies around the packet would turn up in a text if it were read.
        ByteBuf around = Unpooled.buffer().writeBytes(packet).writeZero(300);
        int head = around.readUnsignedByte();
        ByteBuf body = around.slice(1, packet.length - 1);
        reader.read(head, body);
        assertThat(body.isReadable()).isFalse();
    }

    private static byte[] damaged(byte[] packet, RandomGenerator random) {
        int damage = random.nextInt(5);
        if (damage == 0) {
            return Arrays.copyOf(packet, random.nextInt(packet.length + 20));
        }
        for (int i = 0; i < damage; i++) {
            packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
        }
        return packet;
    }

    private static String topicOf(PacketReader reader, String packet) {
        byte[] bytes = bytes(packet);
        ByteBuf body = Unpooled.wrappedBuffer(bytes, 1, bytes.length - 1);
        var publish = (Packet.Publish) reader.read(bytes[0] & 0xFF, body);
        return String.valueOf(publish.topic());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
