/** Investors (集资参与人): one record per document, contact data, and merges of records of the same person. */
package io.redress.registration.investor;
