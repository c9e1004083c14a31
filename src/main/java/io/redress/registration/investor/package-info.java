/** Who registers (集资参与人): one record for each document, how to reach the person, and which records are the same person. */
package io.redress.registration.investor;
