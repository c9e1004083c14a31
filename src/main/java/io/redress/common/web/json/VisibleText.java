package io.redress.common.web.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import io.redress.common.text.Blanks;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** {@code @NotBlank} that demands a visible character; the built-in one accepts ideographic or zero-width spaces. */
@Singleton
public class VisibleText implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(NotBlank.class)
                .includeExistingValidators(false)
                .validatedBy(Validator.class);
        configuration.addMapping(mapping);
    }

    /** Public, with a public constructor, because Hibernate Validator creates it. */
    public static final class Validator implements ConstraintValidator<NotBlank, CharSequence> {

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text != null && !Blanks.isBlank(text);
        }
    }
}
