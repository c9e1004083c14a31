package io.redress.common.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class changes records with SQL statements, which the audit log's Hibernate listener does not see. The value says
 * what the audit log has instead: events, or another record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SqlWrites {
    String value();
}
