// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.ProfileTargets;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code security_profile_target}. Thread-safe. */
public final class JdbcProfileTargets implements ProfileTargets {
    private static final Table<Record> ATTACHMENT = table(name("security_profile_target"));
    private static final Field<String> TARGET = text("target");
    private static final Field<String> PROFILE = text("profile");

    @Override
    public void attach(Tx tx, AccountRegion scope, Attachment attachment) {
        SqlTx.dsl(tx)
                .insertInto(ATTACHMENT)
                .set(Tenant.row(scope))
                .set(TARGET, attachment.target().arn(scope).toString())
                .set(PROFILE, attachment.profile())
                .onConflict(ACCOUNT, REGION, TARGET, PROFILE)
                .doNothing()
                .execute();
    }

    @Override
    public void detach(Tx tx, AccountRegion scope, Attachment attachment) {
        delete(tx, scope, isOn(scope, attachment.target()).and(PROFILE.eq(attachment.profile())));
    }

    @Override
    public void detachAll(Tx tx, AccountRegion scope, String profile) {
        delete(tx, scope, PROFILE.eq(profile));
    }

    @Override
    public Page<ProfileTarget> targetsOf(Tx tx, AccountRegion scope, String profile, PageRequest page) {
        List<ProfileTarget> read = SqlTx.dsl(tx)
                .select(TARGET)
                .from(ATTACHMENT)
                .where(Tenant.is(scope).and(PROFILE.eq(profile)))
                .and(page.after() == null ? noCondition() : TARGET.gt(page.after()))
                .orderBy(TARGET)
                .limit(page.limit() + 1)
                .fetch(row -> target(scope, row));
        return Page.cut(read, page.limit(), target -> target.arn(scope).toString());
    }

    @Override
    public List<String> profilesOf(Tx tx, AccountRegion scope, ProfileTarget target) {
        return SqlTx.dsl(tx)
                .select(PROFILE)
                .from(ATTACHMENT)
                .where(Tenant.is(scope).and(isOn(scope, target)))
                .orderBy(PROFILE)
                .fetch(PROFILE);
    }

    @Override
    public List<Attachment> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(TARGET, PROFILE)
                .from(ATTACHMENT)
                .where(Tenant.is(scope))
                .orderBy(TARGET, PROFILE)
                .fetch(row -> new Attachment(row.get(PROFILE), target(scope, row)));
    }

    private static Condition isOn(AccountRegion scope, ProfileTarget target) {
        return TARGET.eq(target.arn(scope).toString());
    }

    private static void delete(Tx tx, AccountRegion scope, Condition condition) {
        SqlTx.dsl(tx)
                .deleteFrom(ATTACHMENT)
                .where(Tenant.is(scope).and(condition))
                .execute();
    }

    private static ProfileTarget target(AccountRegion scope, Record row) {
        ProfileTarget target = ProfileTarget.ofArn(scope, row.get(TARGET));
        if (target == null) {
            throw new IllegalStateException("not a target of security profiles: " + row.get(TARGET));
        }
        return target;
    }
}
