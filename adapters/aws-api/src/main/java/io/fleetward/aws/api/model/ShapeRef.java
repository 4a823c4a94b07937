// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import org.jspecify.annotations.Nullable;

/** A reference to a shape by name, read on first use: shapes may contain themselves. Thread-safe. */
public final class ShapeRef {
    private final Shapes shapes;
    private final String name;
    private volatile @Nullable Shape shape;

    ShapeRef(Shapes shapes, String name) {
        this.shapes = shapes;
        this.name = name;
    }

    /** The name in the service model. */
    public String name() {
        return name;
    }

    /** The shape itself; reading it twice at once gives equal shapes. */
    public Shape get() {
        Shape known = shape;
        if (known == null) {
            known = shapes.read(name);
            shape = known;
        }
        return known;
    }
}
