/** What the program does before it can serve: settings that make no sense stop the start, in words. */
package io.redress.common.start;
