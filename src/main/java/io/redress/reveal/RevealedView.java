package io.redress.reveal;

import io.redress.registration.PersonalField;
import io.redress.registration.PersonalField.PersonalDatum;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Revealed", description = "明文；勿留存、勿转发 / in clear, not to be kept or passed on")
record RevealedView(@Schema(required = true) List<Revealed> items) {

    /** One unmasked value. */
    @Schema(name = "RevealedValue", description = "一项明文 / one value in clear")
    record Revealed(
            @Schema(required = true) PersonalField field,

            @Schema(
                    description = "所属登记；属本人的为 null / the registration it belongs to",
                    nullable = true,
                    required = true,
                    examples = "2021-000001-5")
            String registrationNumber,

            @Schema(required = true, examples = "13800138000")
            String value) {

        @Override
        public String toString() {
            return "Revealed[" + field + "]";
        }
    }

    static RevealedView of(Map<PersonalField, List<PersonalDatum>> found) {
        return new RevealedView(found.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(datum -> new Revealed(field.getKey(), datum.registrationNumber(), datum.value())))
                .toList());
    }
}
