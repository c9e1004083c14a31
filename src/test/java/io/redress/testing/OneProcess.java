package io.redress.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Inter-process lock: several test processes need something, one makes it, and the others wait. */
final class OneProcess implements AutoCloseable {

    /** A file lock belongs to the process, so threads need a lock of their own. */
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
