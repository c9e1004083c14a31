/** Codes in JSON, and their names for people. */
package io.redress.common.words;
