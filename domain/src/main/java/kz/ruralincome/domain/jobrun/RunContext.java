package kz.ruralincome.domain.jobrun;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a job works with.
 *
 * @param connection in the transaction that ends the run
 * @param full whether all is to be done anew
 */
public record RunContext(UUID run, LocalDate businessDate, boolean full, Connection connection) {}
