package io.redress.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Something that several processes of the tests need and one of them makes, while the others wait for it. */
final class OneProcess implements AutoCloseable {

    /** The lock of a file is its process's, whichever thread asks. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private OneProcess(FileChannel channel) {
        this.channel = channel;
    }

    static OneProcess at(Path file) throws IOException {
        THREADS.lock();
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new OneProcess(channel);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
