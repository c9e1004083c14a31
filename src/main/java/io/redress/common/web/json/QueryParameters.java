package io.redress.common.web.json;

import io.redress.common.problem.Problem;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Unreadable query parameters are a 422 that names them and the allowed values; Quarkus alone would send 404. An
 * unreadable path parameter stays 404: there is no such record.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private record Reading(String code, Function<String, ?> read) {}

    private static final Reading INTEGER = new Reading("not-a-number", Integer::valueOf);
    private static final Reading LONG = new Reading("not-a-number", Long::valueOf);
    private static final Reading BOOLEAN = new Reading("unknown-value", QueryParameters::truth);
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            int.class, INTEGER,
            Integer.class, INTEGER,
            long.class, LONG,
            Long.class, LONG,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN,
            UUID.class, new Reading("not-an-id", UUID::fromString),
            LocalDate.class, new Reading("not-a-date", LocalDate::parse),
            Instant.class, new Reading("not-a-date", Instant::parse));

    private final UriInfo uri;

    QueryParameters(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var reading = type.isEnum() ? new Reading("unknown-value", text -> constant(type, text)) : READINGS.get(type);
        var isPath = Arrays.stream(annotations).anyMatch(a -> a instanceof PathParam || a instanceof RestPath);
        return reading == null || isPath ? null : new Converter<>(type, reading, nameIn(annotations));
    }

    private static String nameIn(Annotation[] annotations) {
        for (var annotation : annotations) {
            var name = annotation instanceof QueryParam query
                    ? query.value()
                    : annotation instanceof RestQuery query ? query.value() : "";
            if (!name.isEmpty()) {
                return name;
            }
        }
        return null;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private final class Converter<T> implements ParamConverter<T> {

        private final Class<T> type;
        private final Reading reading;
        private final String name;

        Converter(Class<T> type, Reading reading, String name) {
            this.type = type;
            this.reading = reading;
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reading.read().apply(text);
            } catch (RuntimeException e) {
                throw new BadRequestException(Problem.invalid("?" + parameter(text), reading.code(), allowed()));
            }
        }

        /**
         * {@code @RestQuery} without a value takes the name of the Java parameter, which a converter cannot see. So it
         * searches the query.
         */
        private String parameter(String text) {
            return name != null
                    ? name
                    : uri.getQueryParameters().entrySet().stream()
                            .filter(query -> query.getValue().contains(text))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
        }

        private String allowed() {
            List<?> constants = type.isEnum() ? List.of(type.getEnumConstants()) : List.of(true, false);
            return constants.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
