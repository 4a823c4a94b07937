// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class PreparedStatementsTest {
    private static final String ABSOLUTE = "SELECT abs(?)";

    private PreparedStatements connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new PreparedStatements(new SQLiteDataSource().getConnection());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void preparesAStatementOnce() throws SQLException {
        PreparedStatement first = prepared(ABSOLUTE);
        PreparedStatement other = prepared("SELECT 1");

        assertThat(prepared(ABSOLUTE)).isSameAs(first).isNotSameAs(other);
    }

    @Test
    void keepsNoValuesOfAnEarlierUse() throws SQLException {
        assertThat(absolute(-7L)).isEqualTo(7);

        try (PreparedStatement statement = connection.prepareStatement(ABSOLUTE);
                ResultSet result = statement.executeQuery()) {
            assertThat(result.getObject(1)).isNull();
        }
    }

    @Test
    void lendsAStatementToOneAtATime() throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(ABSOLUTE);
                PreparedStatement second = connection.prepareStatement(ABSOLUTE)) {
            assertThat(kept(second)).isNotSameAs(kept(first));
        }

        assertThat(absolute(-1L)).isEqualTo(1);
    }

    @Test
    void givesUpAStatementThatFailed() throws SQLException {
        assertThatThrownBy(() -> absolute(Long.MIN_VALUE)).isInstanceOf(SQLException.class);

        assertThat(absolute(-2L)).isEqualTo(2);
    }

    @Test
    void closesWhatWasLongNotUsed() throws SQLException {
        PreparedStatement first = prepared("SELECT 0");
        for (int number = 1; number <= PreparedStatements.MOST_KEPT; number++) {
            prepared("SELECT " + number);
        }

        assertThat(first.isClosed()).isTrue();
        assertThat(prepared("SELECT 0")).isNotSameAs(first);
    }

    @Test
    void keepsNoStatementOfGreatLength() throws SQLException {
        String sql = "SELECT '" + "x".repeat(PreparedStatements.LONGEST_KEPT) + "'";

        PreparedStatement statement = connection.prepareStatement(sql);
        statement.close();

        assertThat(statement.isClosed()).isTrue();
    }

    /** The statement behind a use that is over. */
    private PreparedStatement prepared(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return kept(statement);
        }
    }

    private static PreparedStatement kept(PreparedStatement statement) throws SQLException {
        return ((DefaultPreparedStatement) statement).getDelegate();
    }

    private long absolute(long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ABSOLUTE)) {
            statement.setLong(1, value);
            try (ResultSet result = statement.executeQuery()) {
                return result.getLong(1);
            }
        }
    }
}
