package kz.ruralincome.domain.register;

import java.sql.Connection;
import java.sql.SQLException;

/** The number under which one transaction writes its facts. */
public record Revision(long id) {

    /**
     * Opens the revision of the transaction that the connection is in; ask for it once a transaction.
     *
     * @param account who writes
     * @param purpose what it is, as {@code LOAD} or {@code WITHDRAWAL}
     */
    public static Revision open(Connection connection, String account, String purpose) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into revision (account, purpose) values (?, ?) returning id")) {
            statement.setString(1, account);
            statement.setString(2, purpose);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Revision(row.getLong(1));
            }
        }
    }
}
