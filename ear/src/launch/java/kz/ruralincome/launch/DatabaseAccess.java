package kz.ruralincome.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How the one database is reached. The password never shows in {@code toString}. */
public record DatabaseAccess(String url, String user, String password) {

    public Connection connect() throws SQLException {
        Properties login = new Properties();
        if (!user.isEmpty()) {
            login.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            login.setProperty("password", password);
        }
        login.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, login);
    }

    /** The address for the application: SQL names tables without their schema. */
    public String applicationUrl() {
        StringBuilder address = new StringBuilder(url);
        add(address, "currentSchema", "pilot,public");
        add(address, "ApplicationName", "rural-income-pilot");
        add(address, "reWriteBatchedInserts", "true");
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (address.indexOf(name + "=") < 0) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value);
        }
    }

    @Override
    public String toString() {
        return "database of user " + user;
    }
}
