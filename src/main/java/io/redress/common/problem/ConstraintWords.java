package io.redress.common.problem;

import io.redress.common.text.Words;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a broken form constraint is called. The words Hibernate Validator brings speak of null and regular expressions, call a
 * text's length a count, and choose their language by another rule than ours.
 */
final class ConstraintWords {

    private ConstraintWords() {}

    static String of(ConstraintViolation<?> violation, Words words) {
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull || constraint instanceof NotEmpty) {
            return words.of("violation.required");
        }
        if (constraint instanceof NotBlank) {
            return words.of(violation.getInvalidValue() == null ? "violation.required" : "violation.blank");
        }
        if (constraint instanceof Size size) {
            var isText = violation.getInvalidValue() instanceof CharSequence;
            return words.of(
                    isText ? "violation.text-length" : "violation.list-length", text(size.min()), text(size.max()));
        }
        if (constraint instanceof Pattern pattern) {
            return words.of("violation.wrong-form", pattern.regexp());
        }
        return ofNumber(violation, words);
    }

    private static String ofNumber(ConstraintViolation<?> violation, Words words) {
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Min min) {
            return words.of("violation.at-least", text(min.value()));
        }
        if (constraint instanceof Max max) {
            return words.of("violation.at-most", text(max.value()));
        }
        if (constraint instanceof DecimalMin min) {
            return words.of("violation.at-least", min.value());
        }
        if (constraint instanceof DecimalMax max) {
            return words.of("violation.at-most", max.value());
        }
        return violation.getMessage();
    }

    /** As digits alone: a message would group them by thousands. */
    private static String text(long number) {
        return Long.toString(number);
    }
}
