package io.redress.common.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Examples, defaults and bounds in the type of their schema (JSON Schema 2020-12, Validation 6). Money is a string in
 * JSON and a number in Java, so SmallRye writes numbers: the schema refuses such examples, and such bounds mean nothing
 * for a string.
 */
final class ContractValues {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> named;

    ContractValues(Map<String, Schema> named) {
        this.named = named;
    }

    void fit(Schema schema) {
        if (!isText(schema)) {
            return;
        }
        if (schema.getExamples() != null) {
            schema.setExamples(texts(schema.getExamples()));
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(texts(schema.getEnumeration()));
        }
        schema.setExample(text(schema.getExample()));
        schema.setDefaultValue(text(schema.getDefaultValue()));
        schema.setConstValue(text(schema.getConstValue()));
        boundByPattern(schema);
    }

    /** A string, or an anyOf in which each schema is a string or null. */
    private boolean isText(Schema schema) {
        if (schema.getRef() != null && schema.getRef().startsWith(PREFIX)) {
            var target = named.get(schema.getRef().substring(PREFIX.length()));
            return target != null && isText(target);
        }
        if (schema.getAnyOf() != null) {
            return schema.getAnyOf().stream().filter(each -> !isNull(each)).allMatch(this::isText);
        }
        return schema.getType() != null && schema.getType().contains(SchemaType.STRING);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().equals(List.of(SchemaType.NULL));
    }

    private static List<Object> texts(List<Object> values) {
        return values.stream().map(ContractValues::text).toList();
    }

    private static Object text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : value;
    }

    /** Replaces the bounds of an amount, which is text in JSON, by a pattern; the description states the range, too. */
    private static void boundByPattern(Schema schema) {
        var least = schema.getMinimum();
        var most = schema.getMaximum();
        schema.setMinimum(null);
        schema.setMaximum(null);
        if (least == null || most == null) {
            return;
        }
        var range = least.toPlainString() + " – " + most.toPlainString();
        schema.setDescription(Stream.of(schema.getDescription(), range)
                .filter(Objects::nonNull)
                .reduce("%s；%s"::formatted)
                .orElse(range));
        if (schema.getPattern() == null) {
            schema.setPattern(amountPattern(least, most));
        }
    }

    /** Two decimals and no leading zero. Exact only if the greatest amount is all nines, as it is for the columns. */
    private static String amountPattern(BigDecimal least, BigDecimal most) {
        var more = most.toBigInteger().toString().length() - 1;
        var aboveZero = "[1-9]\\d{0," + more + "}";
        if (least.signum() < 0) {
            return "^-?(?:0|" + aboveZero + ")\\.\\d{2}$";
        }
        return least.signum() == 0
                ? "^(?:0|" + aboveZero + ")\\.\\d{2}$"
                : "^(?:0\\.(?:\\d[1-9]|[1-9]\\d)|" + aboveZero + "\\.\\d{2})$";
    }
}
