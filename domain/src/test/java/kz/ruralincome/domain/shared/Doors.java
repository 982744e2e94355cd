package kz.ruralincome.domain.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Opens doors without a server: their database is the transaction of one connection, their other parts are those of a test. */
public final class Doors {

    private Doors() {}

    /** @param parts where the door needs another one, it has none */
    public static <T> T open(Class<T> door, Connection connection, Object... parts) {
        try {
            T opened = door.getConstructor().newInstance();
            for (Field field : door.getDeclaredFields()) {
                if (field.getAnnotations().length > 0) {
                    field.setAccessible(true);
                    field.set(opened, part(field.getType(), connection, parts));
                }
            }
            return opened;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object part(Class<?> type, Connection connection, Object... parts) {
        return type == DataSource.class
                ? fake(DataSource.class, (self, method, given) -> unclosed(connection))
                : Arrays.stream(parts).filter(type::isInstance).findFirst().orElse(null);
    }

    /** A door closes the connection that it has asked for; the transaction is the test's. */
    private static Connection unclosed(Connection connection) {
        return fake(Connection.class, (self, method, given) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Keeps what is told in the order in which it is. */
    public static Event<?> hearing(List<Object> heard) {
        return fake(Event.class, (self, method, given) -> {
            heard.add(given[0]);
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
