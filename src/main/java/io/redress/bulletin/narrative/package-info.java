/** What a closed week says, read once, and written as sentences and tables for an officer to finish. */
package io.redress.bulletin.narrative;
