// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.audit.UnreadableImportException;
import io.fleetward.audit.view.IdentityPool;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderRoleImportsTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final String ROLE = "arn:aws:iam::111122223333:role/service/fleet";
    private static final String POOL = "eu-west-1:0c0ffee0-0000-4000-8000-000000000001";
    private static final String DOCUMENT = """
            {'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'s3:Get*','Resource':'*'}]}""";
    private static final String ROLES = """
            {'RoleDetailList':[{'Arn':'%s','RoleName':'fleet','Path':'/service/',
              'RolePolicyList':[{'PolicyName':'own','PolicyDocument':%s}],
              'AttachedManagedPolicies':[{'PolicyName':'shared','PolicyArn':'arn:aws:iam::aws:policy/shared'}]}],
             'UserDetailList':[],'GroupDetailList':[],'IsTruncated':false}""".formatted(ROLE, DOCUMENT);
    private static final String POLICIES = """
            {'Policies':[{'PolicyName':'shared','Arn':'arn:aws:iam::aws:policy/shared','DefaultVersionId':'v2',
              'PolicyVersionList':[{'VersionId':'v1','Document':'nonsense'},{'VersionId':'v2','Document':%s}]}]}""".formatted(DOCUMENT);
    private static final String USES = """
            {'ServiceLastAccessed':[{'Arn':'%s','JobStatus':'COMPLETED','ServicesLastAccessed':[
              {'ServiceName':'S3','ServiceNamespace':'s3','LastAuthenticated':'2026-05-01T12:00:00+02:00'},
              {'ServiceName':'IoT','ServiceNamespace':'IOT','LastAuthenticated':1777000000},
              {'ServiceName':'IAM','ServiceNamespace':'iam','TotalAuthenticatedEntities':0}]}]}""".formatted(ROLE);
    private static final String POOLS = """
            {'IdentityPools':[{'IdentityPoolId':'%s','Roles':{'authenticated':'%s'}},
              {'IdentityPoolId':'us-east-1:00','Roles':{'unauthenticated':'%s'},'RoleMappings':{}}]}""".formatted(POOL, ROLE, ROLE);

    @TempDir
    private Path folder;

    private FolderRoleImports imports;

    @BeforeEach
    void putEverythingThere() throws IOException {
        imports = new FolderRoleImports(folder);
        put("roles.json", ROLES);
        put("policies.json", POLICIES);
        put("uses.json", USES);
        put("pools.json", POOLS);
        put("notes.txt", "not read");
    }

    @Test
    void putsTheFilesOfAnAccountTogether() {
        ImportedRoles imported = imports.of(SCOPE);

        RoleFacts role = role();
        assertThat(imported.roles()).hasSize(1);
        assertThat(role.policies()).extracting(NamedPolicy::name).containsExactly("own", "shared");
        assertThat(role.policies()).extracting(NamedPolicy::versionId).containsExactly("inline", "v2");
        assertThat(role.lastUsed())
                .isEqualTo(Map.of(
                        "s3", Instant.parse("2026-05-01T10:00:00Z"), "iot", Instant.ofEpochSecond(1_777_000_000)));
        assertThat(imported.pools()).containsExactly(new IdentityPool(POOL, ROLE, null));
        assertThat(imports.problems()).isEmpty();
    }

    @Test
    void showsEachAccountAndRegionItsOwn() {
        assertThat(imports.of(AccountRegion.of("111122223333", "us-east-1")).pools())
                .containsExactly(new IdentityPool("us-east-1:00", null, ROLE));
        assertThat(imports.of(AccountRegion.of("444455556666", "eu-west-1"))).isEqualTo(ImportedRoles.NONE);
        assertThat(new FolderRoleImports(folder.resolve("nowhere")).of(SCOPE)).isEqualTo(ImportedRoles.NONE);
    }

    @Test
    void leavesOpenWhatARoleUsesWhenNobodySaidSo() throws IOException {
        Files.delete(folder.resolve("111122223333/uses.json"));

        assertThat(role().lastUsed()).isNull();
    }

    @Test
    void readsDocumentsThatAreWrittenAsText() throws IOException {
        String plain = DOCUMENT.replace('\'', '"');
        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
        put("roles.json", ROLES.replace(DOCUMENT, "'" + encoded + "'"));
        put("policies.json", POLICIES.replace(DOCUMENT, "'" + plain.replace("\"", "\\\"") + "'"));

        assertThat(role().policies())
                .extracting(policy -> policy.document().text())
                .containsOnly(plain);
    }

    @Test
    void readsTheExampleOfTheReferencePage() throws IOException {
        String page = Files.readString(Path.of("../../docs/reference/imported-roles.md"));
        String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        for (String file : List.of("roles.json", "policies.json", "uses.json", "pools.json")) {
            put(file, "{}");
        }

        put("example.json", example);

        ImportedRoles imported = imports.of(SCOPE);
        assertThat(imported.pools()).hasSize(1);
        assertThat(imported.roles().values()).singleElement().satisfies(role -> {
            assertThat(role.policies()).hasSize(1);
            assertThat(role.lastUsed()).containsOnlyKeys("s3");
        });
    }

    @Test
    void noticesThatFilesChange() throws IOException {
        imports.of(SCOPE);
        put("roles.json", "{'RoleDetailList':[]}");
        put("pools.json", "{}");

        assertThat(imports.of(SCOPE)).isEqualTo(ImportedRoles.NONE);

        put("roles.json", "{'RoleDetailLis':[]}");
        Files.setLastModifiedTime(folder.resolve("111122223333/roles.json"), FileTime.fromMillis(5_000));
        assertUnreadable("roles.json: unknown members [RoleDetailLis];");

        Files.delete(folder.resolve("111122223333/roles.json"));
        assertThat(imports.of(SCOPE)).isEqualTo(ImportedRoles.NONE);
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            roles.json | 'RoleDetailList':[ | 'RoleDetailList':[{}, | roles.json.RoleDetailList[0]: lacks Arn
            roles.json | 'RoleDetailList':[ | 'RoleDetailList':[5, | roles.json.RoleDetailList[0]: must be an object
            roles.json | 'IsTruncated':false | 'IsTruncated':true | roles.json.IsTruncated: is true, so something is missing
            roles.json | 'IsTruncated':false | 'IsTruncated':false,'IsTruncated':false | roles.json: not JSON: Duplicate
            roles.json | 'IsTruncated':false} | 'IsTruncated':false} {} | roles.json: not JSON:
            roles.json | role/service/fleet | user/fleet | RoleDetailList[0].Arn: not the ARN of a role
            roles.json | 111122223333 | 444455556666 | RoleDetailList[0].Arn: the role belongs to another account
            roles.json | policy/shared | policy/other | AttachedManagedPolicies[0].PolicyArn: no file has the policy
            roles.json | 'Action':'s3:Get*' | 'Acts':'s3:Get*' | RolePolicyList[0].PolicyDocument: The policy document is malformed
            roles.json | 'RolePolicyList':[ | 'RolePolicyList':[{'PolicyName':'x','PolicyDocument':'%7'}, | PolicyDocument: not percent-encoded
            roles.json | 'RolePolicyList':[ | 'RolePolicyList':[{'PolicyName':7,'PolicyDocument':'x'}, | RolePolicyList[0].PolicyName: must be a text
            policies.json | 'DefaultVersionId':'v2' | 'DefaultVersionId':'v3' | policies.json.Policies[0]: lacks the version in force, v3
            uses.json | +02:00 |  | LastAuthenticated: not a time such as
            uses.json | 'ServicesLastAccessed':[ | 'ServicesLastAccessed':5,'More':[ | ServicesLastAccessed: must be a list
            uses.json | 'ServicesLastAccessed':[ | 'More':[ | ServiceLastAccessed[0]: lacks ServicesLastAccessed
            uses.json | 'JobStatus' | 'IsTruncated':true,'JobStatus' | ServiceLastAccessed[0].IsTruncated: is true
            pools.json | eu-west-1:0c | eu-west-1/0c | IdentityPools[0].IdentityPoolId: not the id of an identity pool
            pools.json | us-east-1:00 | eu-west-1:0c0ffee0-0000-4000-8000-000000000001 | IdentityPools[1]: the pool
            pools.json | 'RoleMappings':{} | 'RoleMappings':{'x':{}} | RoleMappings: rules that choose roles are not supported
            pools.json | service/fleet | other | IdentityPools[0].Roles.authenticated: no file has the role
            """)
    void refusesWhatItCannotRead(String file, String text, @Nullable String instead, String problem)
            throws IOException {
        Path path = folder.resolve("111122223333").resolve(file);
        String before = Files.readString(path).replace('"', '\'');
        assertThat(before).contains(text);
        put(file, before.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(instead == null ? "" : instead)));

        assertUnreadable(problem);
        assertThat(imports.problems()).singleElement().asString().contains(problem);
    }

    @Test
    void refusesWhatIsToldTwice() throws IOException {
        put("roles2.json", ROLES);
        assertUnreadable("RoleDetailList[0]: the role " + ROLE + " is there twice");

        put("roles2.json", USES);
        assertUnreadable("ServiceLastAccessed[0]: the services of " + ROLE + " are told twice");
    }

    @Test
    void refusesFilesThatAreTooLargeOrTooMany() throws IOException {
        put("large.json", " ".repeat((int) ImportFile.LARGEST + 1));
        assertUnreadable("large.json: larger than 16777216 bytes");
        Files.delete(folder.resolve("111122223333/large.json"));

        for (int number = 0; number < FolderRoleImports.MOST_FILES; number++) {
            put("more" + number + ".json", "{}");
        }
        assertUnreadable("there are more than 100 files");
    }

    @Test
    void refusesFilesNestedTooDeep() throws IOException {
        put("deep.json", "[".repeat(100_000));

        assertUnreadable("deep.json: not JSON:");
    }

    @Test
    void tellsOfFoldersThatAreNoAccounts() throws IOException {
        Files.createDirectory(folder.resolve("production"));

        assertThat(imports.problems())
                .containsExactly("iam/production/the name of a folder must be an account, 12 digits");
    }

    private RoleFacts role() {
        return Objects.requireNonNull(imports.of(SCOPE).roles().get(ROLE));
    }

    private void assertUnreadable(String problem) {
        assertThatThrownBy(() -> imports.of(SCOPE))
                .isInstanceOf(UnreadableImportException.class)
                .hasMessageStartingWith("iam/111122223333/")
                .hasMessageContaining(problem);
    }

    /** Writes a file, with apostrophes for quotation marks, that is newer than the one before. */
    private void put(String name, String text) throws IOException {
        Path own = Files.createDirectories(folder.resolve("111122223333"));
        Files.writeString(own.resolve(name), text.replace('\'', '"'));
    }
}
