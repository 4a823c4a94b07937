// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.channel.EventLoop;

/** Something the generator does to a broker. {@link #run} and {@link #pause} are called on its loop. */
interface Load {
    /** Makes the connections that are to stay; called from any thread. */
    void begin(EventLoop loop);

    /** Starts or goes on. */
    void run();

    /** Starts nothing new. */
    void pause();

    /** How often it happened so far; may be asked from any thread. */
    long count();

    /** How much of it never came to an end; may be asked from any thread. */
    long lost();
}
