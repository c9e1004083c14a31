package io.redress.common.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.redress.common.problem.BadText;
import io.redress.common.time.PartialDate;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Strict ISO 8601 dates: days as 2021-03-01, instants as 2021-03-01T08:00:00Z, partial dates as in {@link PartialDate}.
 * Jackson alone would also accept a number of days, a list of three numbers, and years that PostgreSQL cannot store.
 */
public final class StrictDates<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private static final Pattern WHOLE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.+)?");
    private static final Pattern PARTIAL = Pattern.compile("\\d{4}(-\\d{2}){0,2}~?");

    /** Nobody in the register was born before; an older date is a typing error. */
    private static final String EARLIEST = "1800";

    private final Pattern form;
    private final String code;
    private final transient Function<String, T> reading;

    private StrictDates(Class<T> type, Pattern form, String code, Function<String, T> reading) {
        super(type);
        this.form = form;
        this.code = code;
        this.reading = reading;
    }

    static StrictDates<LocalDate> dates() {
        return new StrictDates<>(LocalDate.class, WHOLE, "not-a-date", LocalDate::parse);
    }

    static StrictDates<Instant> moments() {
        return new StrictDates<>(Instant.class, WHOLE, "not-a-date", Instant::parse);
    }

    static StrictDates<PartialDate> partialDates() {
        return new StrictDates<>(PartialDate.class, PARTIAL, "not-a-partial-date", PartialDate::parse);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)
                || !form.matcher(parser.getText()).matches()) {
            throw new BadText(parser, code);
        }
        if (parser.getText().compareTo(EARLIEST) < 0) {
            throw new BadText(parser, "date-too-early");
        }
        try {
            return reading.apply(parser.getText());
        } catch (DateTimeException e) {
            throw new BadText(parser, code);
        }
    }
}
