// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.Fact;
import io.fleetward.audit.custom.FactType;
import io.fleetward.audit.custom.PredicateLanguage.Outcome;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One compiler for each kind of resource, which knows the names and types of its facts. Thread-safe.
 *
 * <p>Expressions end: they have no loops but those over lists and maps, which share a budget; regular expressions take
 * linear time. What remains is memory, which a chain of concatenations can double with every step; hence their limit.
 */
final class CelCompilers {
    /** Elements that all loops of one evaluation go through. */
    static final int ITERATIONS = 10_000;

    /** Plus signs in an expression, be they in a text. */
    static final int PLUS_SIGNS = 8;

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(ITERATIONS)
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(CustomCheck.LONGEST_EXPRESSION)
            .build();

    private static final String UNKNOWN_NAME = "undeclared reference to";

    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    private final Map<SubjectType, CelCompiler> compilers = new EnumMap<>(SubjectType.class);

    CelCompilers() {
        for (SubjectType subject : SubjectType.values()) {
            compilers.put(subject, compiler(subject));
        }
    }

    Outcome compile(SubjectType subject, String expression) {
        if (expression.chars().filter(letter -> letter == '+').count() > PLUS_SIGNS) {
            return refused("", "may have at most " + PLUS_SIGNS + " plus signs");
        }
        try {
            CelValidationResult result =
                    Objects.requireNonNull(compilers.get(subject)).compile(expression);
            if (result.hasError()) {
                return new Outcome.Refused(result.getErrors().stream()
                        .map(issue -> problem(subject, issue))
                        .toList());
            }
            CelAbstractSyntaxTree tree = result.getAst();
            return new Outcome.Compiled(new CelPredicate(runtime.createProgram(tree), names(subject, tree)));
        } catch (CelValidationException | CelEvaluationException refusal) {
            return refused("", String.valueOf(refusal.getMessage()));
        } catch (StackOverflowError tooDeep) {
            return refused("", "is nested too deeply");
        }
    }

    private static CelCompiler compiler(SubjectType subject) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL)
                .addVar(SubjectType.NOW, SimpleType.TIMESTAMP);
        subject.facts().forEach(fact -> builder.addVar(fact.name(), type(fact.type())));
        return builder.build();
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case STRING -> SimpleType.STRING;
            case INT -> SimpleType.INT;
            case BOOL -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case STRING_LIST -> ListType.create(SimpleType.STRING);
            case STRING_MAP -> MapType.create(SimpleType.STRING, SimpleType.STRING);
            case STRING_LIST_MAP -> MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING));
            case DOUBLE_MAP -> MapType.create(SimpleType.STRING, SimpleType.DOUBLE);
        };
    }

    /** The facts that the expression names. */
    private static Set<String> names(SubjectType subject, CelAbstractSyntaxTree tree) {
        var names = new TreeSet<String>();
        tree.getReferenceMap().values().forEach(reference -> {
            if (subject.find(reference.name()) != null) {
                names.add(reference.name());
            }
        });
        return names;
    }

    /** Says where, counting from 1, and after an unknown name which names there are. */
    private static Problem problem(SubjectType subject, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        String where = line < 1 ? "" : "line " + line + ", column " + (column + 1);
        String message = issue.getMessage();
        if (message.startsWith(UNKNOWN_NAME)) {
            var allowed = new ArrayList<String>();
            allowed.add(SubjectType.NOW);
            subject.facts().stream().map(Fact::name).forEach(allowed::add);
            message += "; predicates on " + subject + " may name " + allowed;
        }
        return new Problem(where, message);
    }

    private static Outcome refused(String where, String what) {
        return new Outcome.Refused(List.of(new Problem(where, what)));
    }
}
