// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file as it was when it was last read. Immutable.
 *
 * @param content what is in it, null when it cannot be read
 * @param problem why it cannot be read, null when it can
 */
record ImportFile(
        FileTime changedAt,
        long size,
        @Nullable ImportDocument content,
        @Nullable String problem) {
    /** Larger files are not read. */
    static final long LARGEST = 16L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ImportFile.class);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads the file, unless what was read before still stands. */
    static ImportFile read(Path file, @Nullable ImportFile before) {
        String name = file.getFileName().toString();
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime changedAt = attributes.lastModifiedTime();
            long size = attributes.size();
            if (before != null && before.changedAt.equals(changedAt) && before.size == size) {
                return before;
            }
            try {
                return new ImportFile(changedAt, size, parse(file, name, size), null);
            } catch (MalformedImportException malformed) {
                return new ImportFile(changedAt, size, null, malformed.getMessage());
            }
        } catch (IOException failure) {
            LOG.atWarn().addKeyValue("file", file).setCause(failure).log("iam.file.unreadable");
            return new ImportFile(FileTime.fromMillis(0), -1, null, name + ": cannot be read");
        }
    }

    /** What is in the file. */
    ImportDocument document() throws MalformedImportException {
        if (content == null) {
            throw new MalformedImportException(String.valueOf(problem));
        }
        return content;
    }

    private static ImportDocument parse(Path file, String name, long size)
            throws IOException, MalformedImportException {
        if (size > LARGEST) {
            throw new MalformedImportException(name + ": larger than " + LARGEST + " bytes");
        }
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException malformed) {
            throw new MalformedImportException(name + ": not JSON: " + malformed.getOriginalMessage());
        }
        return ImportDocument.read(new JsonPlace(name, root));
    }
}
