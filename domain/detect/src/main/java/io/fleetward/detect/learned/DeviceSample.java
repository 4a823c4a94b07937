// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The points of those devices whose numbers are smallest, as many as there is room for. Which those are does not depend
 * on the order in which points come. Mutable, confined.
 */
final class DeviceSample {
    /** The room, in points: at two weeks of five minutes, some sixty devices. */
    static final int ROOM = 250_000;

    private static final int POINT_BYTES = 16;
    private static final int TRACK_BYTES = 12;

    private final TreeMap<Long, Track> tracks = new TreeMap<>(Long::compareUnsigned);
    private int points;
    private boolean isFull;
    private long limit;

    /** Whether points of this device are kept. */
    boolean takes(long device) {
        return !isFull || Long.compareUnsigned(device, limit) < 0;
    }

    void add(long device, long time, double value) {
        tracks.computeIfAbsent(device, _ -> new Track()).add(time, value);
        points++;
        if (points > ROOM) {
            shrink();
        }
    }

    private void shrink() {
        if (tracks.size() == 1) {
            points -= tracks.firstEntry().getValue().halve();
            return;
        }
        Map.Entry<Long, Track> last = tracks.pollLastEntry();
        points -= last.getValue().size();
        isFull = true;
        limit = last.getKey();
    }

    /** What is kept, in the order of the devices' numbers. */
    List<Track> tracks() {
        return List.copyOf(tracks.values());
    }

    int bytes() {
        return 1 + Long.BYTES + Integer.BYTES + tracks.size() * TRACK_BYTES + points * POINT_BYTES;
    }

    void write(ByteBuffer out) {
        out.put((byte) (isFull ? 1 : 0)).putLong(limit).putInt(tracks.size());
        tracks.forEach((device, track) -> track.write(out.putLong(device)));
    }

    static DeviceSample read(ByteBuffer in) {
        var sample = new DeviceSample();
        sample.isFull = in.get() != 0;
        sample.limit = in.getLong();
        int devices = Packing.count(in.getInt(), ROOM);
        for (int i = 0; i < devices; i++) {
            long device = in.getLong();
            Track track = Track.read(in, ROOM - sample.points);
            sample.points += track.size();
            sample.tracks.put(device, track);
        }
        return sample;
    }
}
