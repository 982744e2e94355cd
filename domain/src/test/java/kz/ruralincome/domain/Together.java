package kz.ruralincome.domain;

import java.sql.Connection;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Many turns taken by some workers at the same time, and how many seconds all of them take: for measurements. */
public final class Together {

    private Together() {}

    /** One turn; they are numbered from 0. */
    public interface Turn {
        void take(int number) throws Exception;
    }

    /** One turn in a transaction of its own. */
    public interface Transaction {
        void take(Connection connection, int number) throws Exception;
    }

    public static double seconds(int workers, int turns, Turn turn) throws Exception {
        var next = new AtomicInteger();
        return seconds(workers, () -> {
            for (int number = next.getAndIncrement(); number < turns; number = next.getAndIncrement()) {
                turn.take(number);
            }
            return null;
        });
    }

    /** The same, each worker with a connection. */
    public static double seconds(int workers, int turns, Callable<Connection> connect, Transaction turn)
            throws Exception {
        var next = new AtomicInteger();
        return seconds(workers, () -> {
            try (Connection connection = connect.call()) {
                connection.setAutoCommit(false);
                for (int number = next.getAndIncrement(); number < turns; number = next.getAndIncrement()) {
                    turn.take(connection, number);
                    connection.commit();
                }
            }
            return null;
        });
    }

    private static double seconds(int workers, Callable<Void> worker) throws Exception {
        var threads = Executors.newFixedThreadPool(workers);
        try {
            long begin = System.nanoTime();
            for (var done : threads.invokeAll(Collections.nCopies(workers, worker))) {
                done.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            threads.shutdown();
        }
    }
}
