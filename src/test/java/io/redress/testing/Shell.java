package io.redress.testing;

import java.io.IOException;

/** Runs programs of the operating system. */
final class Shell {

    private Shell() {}

    static void run(String... command) throws IOException {
        try {
            var exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
