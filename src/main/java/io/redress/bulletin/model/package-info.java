/**
 * A bulletin as it is kept: its sections, its steps from draft to issue or void, its number; and what it prints, put together
 * from these and from the closing of its week.
 */
package io.redress.bulletin.model;
