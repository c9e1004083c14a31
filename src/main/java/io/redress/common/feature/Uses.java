package io.redress.common.feature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the features that this one may use, by package name; every feature may use {@code common}. {@code
 * ArchitectureTest} checks each class of the feature.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Uses {

    /** Names of packages below {@code io.redress}; empty for a feature that uses no other. */
    String[] value();
}
