/** Small things done to text. */
package io.redress.common.text;
