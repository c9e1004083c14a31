package io.redress.common.web;

/**
 * What a creating endpoint answers.
 *
 * @param location path of the new record
 * @param version its first version, for the ETag
 * @param view the record as the caller may see it
 */
public record Created<V>(String location, long version, V view) {}
