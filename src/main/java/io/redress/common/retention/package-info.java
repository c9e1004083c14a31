/** The interface for the retention rules of the features. */
package io.redress.common.retention;
