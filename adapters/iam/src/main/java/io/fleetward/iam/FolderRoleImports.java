// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import io.fleetward.application.audit.RoleImports;
import io.fleetward.application.audit.UnreadableImportException;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Roles and identity pools that the operator puts into a folder per account, {@code iam/111122223333/*.json} (audit, role
 * aliases, Cognito roles).
 *
 * <p>Each file is a JSON object with any of these members; those of all files of an account belong together:
 *
 * <ul>
 *   <li>{@code RoleDetailList} and {@code Policies}, as {@code aws iam get-account-authorization-details} writes them
 *   <li>{@code ServiceLastAccessed}, a list of what {@code aws iam get-service-last-accessed-details} writes, each with
 *       the {@code Arn} of its role
 *   <li>{@code IdentityPools}, a list of what {@code aws cognito-identity get-identity-pool-roles} writes
 * </ul>
 *
 * <p>Thread-safe. A file may be added, replaced or removed at any time; it is read again when its size or time of change
 * differs. One that cannot be read makes all that was imported for the account unreadable.
 */
public final class FolderRoleImports implements RoleImports {
    /** Files of one account. */
    static final int MOST_FILES = 100;

    private final Path folder;
    private final Map<Path, ImportFile> known = new ConcurrentHashMap<>();

    /** @param folder need not exist */
    public FolderRoleImports(Path folder) {
        this.folder = folder;
    }

    @Override
    public ImportedRoles of(AccountRegion scope) {
        try {
            return read(scope.account()).in(scope.region());
        } catch (MalformedImportException malformed) {
            throw new UnreadableImportException("iam/" + scope.account() + "/" + malformed.getMessage());
        }
    }

    /** Reads everything; answers what cannot be read and why, one text per account. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        for (Path account : entries(folder, Files::isDirectory)) {
            String name = account.getFileName().toString();
            try {
                if (!AccountId.isValid(name)) {
                    throw new MalformedImportException("the name of a folder must be an account, 12 digits");
                }
                read(new AccountId(name));
            } catch (MalformedImportException malformed) {
                problems.add("iam/" + name + "/" + malformed.getMessage());
            }
        }
        return problems;
    }

    private AccountImport read(AccountId account) throws MalformedImportException {
        Path own = folder.resolve(account.value());
        List<Path> files = entries(own, file -> file.toString().endsWith(".json") && Files.isRegularFile(file));
        if (files.size() > MOST_FILES) {
            throw new MalformedImportException("there are more than " + MOST_FILES + " files");
        }
        known.keySet().removeIf(file -> file.startsWith(own) && !files.contains(file));
        var documents = new ArrayList<ImportDocument>();
        for (Path file : files) {
            documents.add(known.compute(file, ImportFile::read).document());
        }
        return AccountImport.of(account, documents);
    }

    private static List<Path> entries(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }
}
