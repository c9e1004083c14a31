package io.redress.common.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.redress.common.problem.BadText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Dates are written 2021-03-01 and moments 2021-03-01T08:00:00Z. Left alone, Jackson would also take a number of days, a list
 * of three numbers and years that PostgreSQL cannot keep.
 */
final class StrictDates<T extends Temporal> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.+)?");

    /** Nobody in the register was born before; an older date is a slip of the keyboard. */
    private static final String EARLIEST = "1800";

    private final transient Function<String, T> reading;

    private StrictDates(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    static StrictDates<LocalDate> dates() {
        return new StrictDates<>(LocalDate.class, LocalDate::parse);
    }

    static StrictDates<Instant> moments() {
        return new StrictDates<>(Instant.class, Instant::parse);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !FORM.matcher(parser.getText()).matches()) {
            throw new BadText(parser, "not-a-date");
        }
        if (parser.getText().compareTo(EARLIEST) < 0) {
            throw new BadText(parser, "date-too-early");
        }
        try {
            return reading.apply(parser.getText());
        } catch (DateTimeException e) {
            throw new BadText(parser, "not-a-date");
        }
    }
}
