/** What is done with a person's record: look it up, change contact details, correct the document, merge two records. */
package io.redress.registration.person;
