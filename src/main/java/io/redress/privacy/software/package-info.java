/**
 * The built-in cryptographic module: keys in a file, which may be wrapped by a passphrase, by a key of a secret store, or
 * by a token (PKCS#11).
 */
package io.redress.privacy.software;
