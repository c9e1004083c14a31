package io.redress.common.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The audit log shows this text (三员分立: auditors read no case content), and it is stored unencrypted. It says nothing
 * about a person: the name of an office or a file, a code, an account's own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Shown {}
