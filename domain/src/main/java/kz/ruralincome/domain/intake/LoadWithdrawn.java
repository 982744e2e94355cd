package kz.ruralincome.domain.intake;

import java.sql.Connection;

/**
 * What a load wrote was just taken back, in the transaction of the connection, which is not to be ended by whoever hears of it.
 *
 * @param account who did it
 */
public record LoadWithdrawn(Connection connection, Load load, String account) {}
