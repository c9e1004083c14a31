/** Strict parsing: JSON, dates, text without invisible characters, query parameters. */
package io.redress.common.web.json;
