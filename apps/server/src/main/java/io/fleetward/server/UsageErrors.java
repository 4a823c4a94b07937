// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what cannot be understood of a command line, then the nearest option there is and where help is.
 *
 * <p>What a variable says wrongly is bad configuration, not bad usage: the line names the variable.
 */
final class UsageErrors {
    private static final String VARIABLE_PREFIX = "FLEETWARD_";

    private UsageErrors() {}

    static int report(ParameterException wrong, String[] words) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String variable = variableToBlame(wrong.getArgSpec(), words);
        err.println("fleetward: " + (variable == null ? "" : variable + ": ") + wrong.getMessage());
        suggestion(wrong).ifPresent(option -> err.println("Did you mean: " + option + "?"));
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return variable == null ? ExitCode.USAGE : ExitCode.CONFIGURATION;
    }

    /** The variable an option may come from. */
    static String variableOf(String option) {
        return VARIABLE_PREFIX
                + option.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> suggestion(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                ? NearestOption.to(
                        unmatched.getUnmatched().getFirst(),
                        wrong.getCommandLine().getCommandSpec().optionsMap().keySet())
                : Optional.empty();
    }

    private static @Nullable String variableToBlame(@Nullable ArgSpec argument, String[] words) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName();
        boolean isOnTheLine = Arrays.stream(words).anyMatch(word -> word.equals(name) || word.startsWith(name + "="));
        String variable = variableOf(name);
        return isOnTheLine || System.getenv(variable) == null ? null : variable;
    }
}
