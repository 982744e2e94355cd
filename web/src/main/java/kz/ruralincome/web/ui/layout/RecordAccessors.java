package kz.ruralincome.web.ui.layout;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls methods of records without parameters, as {@code line.name()}. So could the resolver of Jakarta EL, but it looks through
 * all methods of a class at every call, and a long table makes thousands of them.
 */
public class RecordAccessors extends ELResolver {

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && !method.isBridge())
                    .filter(method -> method.getDeclaringClass() == type)
                    .peek(method -> method.setAccessible(true))
                    .collect(Collectors.toUnmodifiableMap(Method::getName, method -> method));
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] parameters) {
        if (!(base instanceof Record) || parameters != null && parameters.length > 0) {
            return null;
        }
        Method method = METHODS.get(base.getClass()).get(name.toString());
        if (method == null) {
            return null;
        }
        try {
            Object value = method.invoke(base);
            context.setPropertyResolved(base, name);
            return value;
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // records have nothing to set
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
