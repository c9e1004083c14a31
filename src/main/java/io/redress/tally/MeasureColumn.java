package io.redress.tally;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a measure by its name. */
@Converter(autoApply = true)
public class MeasureColumn implements AttributeConverter<Measure, String> {

    @Override
    public String convertToDatabaseColumn(Measure measure) {
        return measure == null ? null : measure.name();
    }

    @Override
    public Measure convertToEntityAttribute(String name) {
        return name == null ? null : Measure.valueOf(name);
    }
}
