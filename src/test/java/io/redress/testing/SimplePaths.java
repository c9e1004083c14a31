package io.redress.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hamcrest.MatcherAssert;

/**
 * Reads simple JSON paths, of names and positions, from a response with Jackson. REST Assured compiles a Groovy script
 * for each path that it reads: that was a third of the processor time of all unit tests. All other paths are left to it.
 */
final class SimplePaths implements InvocationHandler {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z]\\w*(\\[\\d+])*(\\.[A-Za-z]\\w*(\\[\\d+])*)*");
    private static final Pattern STEP = Pattern.compile("\\w+");

    /** Groovy calls a method, or reads a property of the list itself. */
    private static final Pattern GROOVY = Pattern.compile(".*\\b(class|metaClass|empty|properties|first|last)\\b.*");

    private static final List<Class<?>> RESPONSES =
            List.of(Response.class, ExtractableResponse.class, ValidatableResponse.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Object target;
    private final String body;
    private Object json;

    private SimplePaths(Object target, String body) {
        this.target = target;
        this.body = body;
    }

    /** The same response, which reads simple paths by itself. */
    static Response in(Response response) {
        return (Response) wrapped(response, response.asString());
    }

    private static Object wrapped(Object target, String body) {
        var types = RESPONSES.stream().filter(type -> type.isInstance(target)).toArray(Class<?>[]::new);
        return types.length == 0
                ? target
                : Proxy.newProxyInstance(SimplePaths.class.getClassLoader(), types, new SimplePaths(target, body));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("path") && isSimple(arguments[0]) && hasNoMore(arguments[1])) {
            return read((String) arguments[0]);
        }
        if (method.getName().equals("body") && isOfPaths(method) && areSimple(arguments)) {
            compare((String) arguments[0], (Matcher<?>) arguments[1]);
            var more = (Object[]) arguments[2];
            for (var i = 0; i < more.length; i += 2) {
                compare((String) more[i], (Matcher<?>) more[i + 1]);
            }
            return proxy;
        }
        try {
            var result = method.invoke(target, arguments);
            return result == target && method.getReturnType().isInstance(proxy) ? proxy : wrapped(result, body);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isOfPaths(Method method) {
        var types = method.getParameterTypes();
        return types.length == 3 && types[0] == String.class && types[1] == Matcher.class;
    }

    private static boolean areSimple(Object[] arguments) {
        var more = (Object[]) arguments[2];
        for (var i = 0; i < more.length; i += 2) {
            if (!isSimple(more[i]) || !(more[i + 1] instanceof Matcher)) {
                return false;
            }
        }
        return isSimple(arguments[0]);
    }

    private static boolean isSimple(Object path) {
        return path instanceof String text
                && SIMPLE.matcher(text).matches()
                && !GROOVY.matcher(text).matches();
    }

    private static boolean hasNoMore(Object arguments) {
        return ((String[]) arguments).length == 0;
    }

    private void compare(String path, Matcher<?> matcher) throws JsonProcessingException {
        @SuppressWarnings("unchecked")
        var expected = (Matcher<Object>) matcher;
        MatcherAssert.assertThat("JSON path " + path + " of " + body, read(path), expected);
    }

    private Object read(String path) throws JsonProcessingException {
        if (json == null) {
            json = JSON.readValue(body, Object.class);
        }
        var value = json;
        var step = STEP.matcher(path);
        while (step.find()) {
            value = step(value, step.group());
        }
        return value;
    }

    /** As Groovy takes it: a name of a list is that of each of its elements. */
    private static Object step(Object value, String step) {
        if (value instanceof List<?> list) {
            if (Character.isDigit(step.charAt(0))) {
                var position = Integer.parseInt(step);
                return position < list.size() ? list.get(position) : null;
            }
            var each = new ArrayList<>();
            list.stream().map(element -> step(element, step)).forEach(each::add);
            return each;
        }
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        throw new IllegalArgumentException(value + " has no " + step);
    }
}
