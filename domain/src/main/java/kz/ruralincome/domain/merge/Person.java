package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/** A record as such: the number under which the facts know it, and its own IIN, whatever record stands for it. */
record Person(int number, UUID id, String iin) {

    private static final String SELECT = "select id, public_id, iin from person where ";

    static Optional<Person> find(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, Person::of, SELECT + "public_id = ?", id);
    }

    static Person get(Connection connection, int number) throws SQLException {
        return Sql.list(connection, Person::of, SELECT + "id = ?", number).get(0);
    }

    private static Person of(java.sql.ResultSet row) throws SQLException {
        return new Person(row.getInt(1), row.getObject(2, UUID.class), row.getString(3));
    }

    /** Without the IIN, for logs. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
