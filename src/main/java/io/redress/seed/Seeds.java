package io.redress.seed;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Resource files of {@code seeds/} in the jar. */
final class Seeds {

    private Seeds() {}

    static InputStream open(String name) throws IOException {
        var file = Seeds.class.getResourceAsStream("/seeds/" + name);
        if (file == null) {
            throw new FileNotFoundException("seeds/" + name);
        }
        return file;
    }
}
