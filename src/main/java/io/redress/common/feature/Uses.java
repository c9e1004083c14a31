package io.redress.common.feature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which other features this one may use, by the names of their packages; {@code common} is free to all. {@code ArchitectureTest}
 * holds every class of the feature to it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Uses {

    /** Names of packages below {@code io.redress}, none for a feature that stands on its own. */
    String[] value();
}
