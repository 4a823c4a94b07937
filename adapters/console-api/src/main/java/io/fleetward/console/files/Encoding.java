// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A form in which files were compressed when they were packed. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    String token() {
        return token;
    }

    /** What the name of a compressed file ends with. */
    String suffix() {
        return suffix;
    }

    /** What the client takes, the best first. */
    static List<Encoding> accepted(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        List<String> tokens = Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                .map(part -> part.strip().replace(" ", ""))
                .filter(part -> !part.matches("[^;]*;q=0(\\.0*)?"))
                .map(part -> part.split(";", 2)[0])
                .toList();
        return Arrays.stream(values())
                .filter(encoding -> tokens.contains(encoding.token))
                .toList();
    }
}
