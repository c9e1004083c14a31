/** Declarations of a feature about itself, on its {@code package-info}. */
package io.redress.common.feature;
