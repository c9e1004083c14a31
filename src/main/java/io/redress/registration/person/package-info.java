/** Use cases on people: look-up, change of contact data, correction of the document, merge of two records. */
package io.redress.registration.person;
