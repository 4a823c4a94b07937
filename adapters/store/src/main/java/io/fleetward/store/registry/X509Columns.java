// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;

import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.registry.certificate.DistinguishedName;
import io.fleetward.registry.certificate.PublicKeyFacts;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.registry.certificate.X509Facts;
import io.fleetward.store.Tenant;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The columns that device and CA certificates have in common, and their order of creation. */
final class X509Columns {
    static final Field<String> ID = text("id");
    static final Field<String> SUBJECT_KEY = text("subject_key");
    static final Field<String> STATUS = text("status");
    static final Field<String> MODE = text("mode");
    static final Field<Long> CREATED_AT = number("created_at");
    static final Field<Long> MODIFIED_AT = number("modified_at");
    static final Field<Integer> CUSTOMER_VERSION = integer("customer_version");
    static final Field<String> GENERATION_ID = text("generation_id");
    private static final Field<String> PEM = text("pem");
    private static final Field<String> SERIAL_NUMBER = text("serial_number");
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<String> ISSUER = text("issuer");
    private static final Field<String> ISSUER_KEY = text("issuer_key");
    private static final Field<Long> NOT_BEFORE = number("not_before");
    private static final Field<Long> NOT_AFTER = number("not_after");
    private static final Field<String> KEY_ALGORITHM = text("key_algorithm");
    private static final Field<Integer> KEY_BITS = integer("key_bits");
    private static final Field<String> KEY_MODULUS = text("key_modulus");
    private static final Field<String> SIGNATURE_ALGORITHM = text("signature_algorithm");

    static final List<Field<?>> ALL = List.of(
            Tenant.ACCOUNT,
            Tenant.REGION,
            ID,
            PEM,
            SERIAL_NUMBER,
            SUBJECT,
            SUBJECT_KEY,
            ISSUER,
            ISSUER_KEY,
            NOT_BEFORE,
            NOT_AFTER,
            KEY_ALGORITHM,
            KEY_BITS,
            KEY_MODULUS,
            SIGNATURE_ALGORITHM,
            STATUS,
            MODE,
            CREATED_AT,
            MODIFIED_AT,
            CUSTOMER_VERSION,
            GENERATION_ID);

    private static final int HEXADECIMAL = 16;

    private X509Columns() {}

    static void fill(Map<Field<?>, Object> row, X509Facts facts) {
        row.put(PEM, facts.pem());
        row.put(SERIAL_NUMBER, facts.serialNumber().toString(HEXADECIMAL));
        row.put(SUBJECT, facts.subject().text());
        row.put(SUBJECT_KEY, facts.subject().canonical());
        row.put(ISSUER, facts.issuer().text());
        row.put(ISSUER_KEY, facts.issuer().canonical());
        row.put(NOT_BEFORE, facts.validity().notBefore().toEpochMilli());
        row.put(NOT_AFTER, facts.validity().notAfter().toEpochMilli());
        row.put(KEY_ALGORITHM, facts.key().algorithm());
        row.put(KEY_BITS, facts.key().bits());
        BigInteger modulus = facts.key().rsaModulus();
        row.put(KEY_MODULUS, modulus == null ? DSL.inline(null, KEY_MODULUS) : modulus.toString(HEXADECIMAL));
        row.put(SIGNATURE_ALGORITHM, facts.signatureAlgorithm());
    }

    static X509Facts facts(Record row) {
        return new X509Facts(
                row.get(PEM),
                new BigInteger(row.get(SERIAL_NUMBER), HEXADECIMAL),
                new DistinguishedName(row.get(SUBJECT), row.get(SUBJECT_KEY)),
                new DistinguishedName(row.get(ISSUER), row.get(ISSUER_KEY)),
                new Validity(Instant.ofEpochMilli(row.get(NOT_BEFORE)), Instant.ofEpochMilli(row.get(NOT_AFTER))),
                key(row),
                row.get(SIGNATURE_ALGORITHM));
    }

    private static PublicKeyFacts key(Record row) {
        String modulus = row.get(KEY_MODULUS);
        return new PublicKeyFacts(
                row.get(KEY_ALGORITHM),
                row.get(KEY_BITS),
                modulus == null ? null : new BigInteger(modulus, HEXADECIMAL));
    }

    /** What comes after the key in this direction. */
    static Condition after(@Nullable String key, boolean isAscending) {
        if (key == null) {
            return DSL.noCondition();
        }
        CreationOrder last = CreationOrder.parse(key);
        var position = DSL.row(CREATED_AT, ID);
        long createdAt = last.createdAt().toEpochMilli();
        return isAscending ? position.gt(createdAt, last.id()) : position.lt(createdAt, last.id());
    }

    static List<OrderField<?>> order(boolean isAscending) {
        return isAscending ? List.of(CREATED_AT.asc(), ID.asc()) : List.of(CREATED_AT.desc(), ID.desc());
    }
}
