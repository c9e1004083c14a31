/**
 * The stored bulletin: its sections, its steps from draft to issue or void, its number; and its content, assembled from
 * these and from the closing of its week.
 */
package io.redress.bulletin.model;
