/** Codes that go over the wire, and what people call them. */
package io.redress.common.words;
