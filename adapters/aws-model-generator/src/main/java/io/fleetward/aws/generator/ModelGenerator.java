// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generates the AWS model: run by the build with the folders of the operation lists, the patches, the sources to write
 * and the resources to write. Does nothing when nothing it depends on has changed.
 */
public final class ModelGenerator {
    private final SourceModels models;
    private final Output sources;
    private final Output resources;

    ModelGenerator(SourceModels models, Output sources, Output resources) {
        this.models = models;
        this.sources = sources;
        this.resources = resources;
    }

    /** Takes the four folders. */
    public static void main(String[] folders) throws IOException {
        var models = new SourceModels(Path.of(folders[0]), Path.of(folders[1]));
        Path sources = Path.of(folders[2]);
        Path resources = Path.of(folders[3]);
        var stamp = new Stamp(resources.resolveSibling("aws-model.stamp"));
        String digest = Stamp.digest(models);
        if (stamp.holds(digest)) {
            return;
        }
        new ModelGenerator(models, new Output(sources), new Output(resources)).generate();
        stamp.put(digest);
    }

    /** Writes everything and removes what is no longer part of it. */
    void generate() throws IOException {
        for (Service service : Service.values()) {
            SourceModel model = models.read(service);
            writeRecords(model);
            writeSource(model, new ApiWriter(model).write());
            writePackageInfo(service);
            resources.write(
                    "io/fleetward/aws/model/" + service.id() + ".json",
                    JsonMapper.shared().writeValueAsString(CompactModel.of(model)));
        }
        sources.removeOthers();
        resources.removeOthers();
    }

    private void writeRecords(SourceModel model) throws IOException {
        Set<String> read = model.reachable("input", SourceModel.DOCUMENTS);
        Set<String> written = model.reachable("output", SourceModel.DOCUMENTS);
        var writer = new RecordWriter(model);
        var types = new JavaTypes(model);
        Set<String> structures = new LinkedHashSet<>(read);
        structures.addAll(written);
        for (String shape : structures) {
            if ("structure".equals(model.shape(shape).path("type").asString())
                    && !SourceModel.DOCUMENTS.contains(shape)) {
                ClassName name = types.recordName(shape);
                writeSource(model, writer.write(name, shape, read.contains(shape), written.contains(shape)));
            }
        }
        writeEmptyEnvelopes(model, writer);
    }

    private void writeEmptyEnvelopes(SourceModel model, RecordWriter writer) throws IOException {
        String javaPackage = model.service().javaPackage();
        for (String operation : model.builtOperations()) {
            if (model.shapeOf(operation, "input").isEmpty()) {
                writeSource(model, writer.write(ClassName.get(javaPackage, operation + "Request"), "", true, false));
            }
            if (model.shapeOf(operation, "output").isEmpty()) {
                writeSource(model, writer.write(ClassName.get(javaPackage, operation + "Response"), "", false, true));
            }
        }
    }

    private void writeSource(SourceModel model, TypeSpec type) throws IOException {
        JavaFile file = JavaFile.builder(model.service().javaPackage(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        sources.write(file.toJavaFileObject().getName(), file.toString());
    }

    private void writePackageInfo(Service service) throws IOException {
        sources.write(service.javaPackage().replace('.', '/') + "/package-info.java", """
                /** Generated from the service model of %s; see the operation lists of this module. */
                @org.jspecify.annotations.NullMarked
                package %s;
                """.formatted(
                        service.id(), service.javaPackage()));
    }
}
