// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Looks through the syntax trees of tests for what no test may do. */
final class TestTree extends TreeScanner<@Nullable Void, CompilationUnitTree> {
    /** What is looked for, by the names of methods and of annotations. */
    enum Offence {
        SLEEP("sleep|sleepUninterruptibly|parkNanos|parkUntil", "never an annotation"),
        DISABLED("assume[A-Za-z]*|Assumptions\\.abort", "Disabled[A-Za-z]*|Enabled[A-Za-z]*|Ignore");

        private final Pattern call;
        private final Pattern annotation;

        Offence(String call, String annotation) {
            this.call = Pattern.compile("([A-Za-z.]+\\.)?(" + call + ")");
            this.annotation = Pattern.compile("([a-z.]+\\.)?(" + annotation + ")");
        }
    }

    private final Offence offence;
    private final List<String> found = new ArrayList<>();

    private TestTree(Offence offence) {
        this.offence = offence;
    }

    /** The places where one of the files offends, each with the words that do. */
    static List<String> offences(Collection<Path> files, Offence offence) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            return scan(compiler, manager.getJavaFileObjectsFromPaths(files), offence);
        }
    }

    static List<String> offences(String source, Offence offence) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        try {
            return scan(ToolProvider.getSystemJavaCompiler(), List.of(file), offence);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> scan(JavaCompiler compiler, Iterable<? extends JavaFileObject> files, Offence offence)
            throws IOException {
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        var tree = new TestTree(offence);
        for (CompilationUnitTree unit : task.parse()) {
            tree.scan(unit, unit);
        }
        return tree.found;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
        note(offence.call, call.getMethodSelect(), unit);
        return super.visitMethodInvocation(call, unit);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, CompilationUnitTree unit) {
        note(offence.call, reference.getQualifierExpression() + "." + reference.getName(), unit);
        return super.visitMemberReference(reference, unit);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, CompilationUnitTree unit) {
        note(offence.annotation, annotation.getAnnotationType(), unit);
        return super.visitAnnotation(annotation, unit);
    }

    private void note(Pattern wanted, Object name, CompilationUnitTree unit) {
        String text = name.toString();
        if (wanted.matcher(text).matches()) {
            found.add(unit.getSourceFile().getName() + ": " + text);
        }
    }
}
