/** What a feature says of itself on its {@code package-info}. */
package io.redress.common.feature;
