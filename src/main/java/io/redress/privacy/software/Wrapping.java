package io.redress.privacy.software;

import io.redress.privacy.software.AgeFile.Stanza;
import java.util.Optional;

/** What wraps (encrypts) the key of a wrapped key file. */
interface Wrapping {

    Stanza wrap(byte[] fileKey);

    /**
     * Unwraps the file's key.
     *
     * @return empty when the stanza is for something else, or was made with another secret
     * @throws io.redress.privacy.KeysUnusable when the secret cannot be used
     */
    Optional<byte[]> unwrap(Stanza stanza);
}
