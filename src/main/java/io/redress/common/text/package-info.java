/** Small functions on text. */
package io.redress.common.text;
