/** What is read strictly: JSON, dates, texts without invisible characters, query parameters. */
package io.redress.common.web.json;
