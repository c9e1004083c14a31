package io.redress.common.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.redress.common.problem.BadText;
import io.redress.common.text.CleanText;
import io.redress.common.text.Lines;
import io.redress.common.text.Verbatim;
import io.redress.common.time.PartialDate;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Strict JSON: unknown fields and duplicate keys are refused, and nothing is coerced silently. Text is valid Unicode
 * without NUL, cleaned where a caller typed it ({@link CleanText}). Money is a string with at most two decimals, dates
 * are ISO dates. A set keeps the order in which it was sent: the digest of a request must be the same after a restart.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST_NESTING = 32;
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    /** Jackson would accept "true" as true, 1 as the second value of an enum, an empty string as no id. */
    private static final List<LogicalType> COERCED = List.of(
            LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean, LogicalType.Enum, LogicalType.OtherScalar);

    /** Digits of numeric(18,2) before the decimal point. */
    private static final int LONGEST_MONEY = 16;

    /** After Quarkus's own customizers, whose deserializers of dates would otherwise take precedence. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxStringLength(1_000_000)
                        .build());
        for (var type : COERCED) {
            var coercion = mapper.coercionConfigFor(type);
            for (var shape : CoercionInputShape.values()) {
                var matches = type == LogicalType.Boolean && shape == CoercionInputShape.Boolean
                        || type == LogicalType.Integer && shape == CoercionInputShape.Integer;
                coercion.setCoercion(shape, matches ? CoercionAction.TryConvert : CoercionAction.Fail);
            }
        }
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        mapper.registerModule(new SimpleModule("redress")
                .addDeserializer(String.class, new TextDeserializer(UnaryOperator.identity()))
                .addDeserializer(BigDecimal.class, new MoneyDeserializer())
                .addDeserializer(LocalDate.class, StrictDates.dates())
                .addDeserializer(Instant.class, StrictDates.moments())
                .addDeserializer(PartialDate.class, StrictDates.partialDates())
                .addSerializer(PartialDate.class, ToStringSerializer.instance)
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class)
                .addSerializer(BigDecimal.class, new MoneySerializer()));
    }

    /** Cleans text with a {@code @Size}, which a caller typed; other text, such as file content, stays unchanged. */
    private static final class TextDeserializer extends StdScalarDeserializer<String>
            implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient UnaryOperator<String> cleaning;

        TextDeserializer(UnaryOperator<String> cleaning) {
            super(String.class);
            this.cleaning = cleaning;
        }

        @Override
        public JsonDeserializer<String> createContextual(DeserializationContext context, BeanProperty property) {
            if (property == null || property.getAnnotation(Size.class) == null || has(property, Verbatim.class)) {
                return new TextDeserializer(UnaryOperator.identity());
            }
            return new TextDeserializer(has(property, Lines.class) ? CleanText::lines : CleanText::oneLine);
        }

        private static boolean has(BeanProperty property, Class<? extends Annotation> annotation) {
            return property.getAnnotation(annotation) != null;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new BadText(parser, "not-text");
            }
            var text = parser.getText();
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (c == 0 || Character.isSurrogate(c)) {
                    throw new BadText(parser, c == 0 ? "nul-character" : "lone-surrogate");
                }
            }
            return cleaning.apply(text);
        }
    }

    private static final class MoneyDeserializer extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        MoneyDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)
                    || !MONEY.matcher(parser.getText()).matches()) {
                throw new BadText(parser, "not-money");
            }
            var amount = new BigDecimal(parser.getText());
            if (amount.stripTrailingZeros().scale() > 2) {
                throw new BadText(parser, "money-decimals");
            }
            if (amount.precision() - amount.scale() > LONGEST_MONEY) {
                throw new BadText(parser, "money-too-large");
            }
            return amount.setScale(2);
        }
    }

    private static final class MoneySerializer extends StdSerializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        MoneySerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(amount.setScale(2).toPlainString());
        }
    }
}
