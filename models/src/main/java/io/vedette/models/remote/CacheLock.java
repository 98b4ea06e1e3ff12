package io.vedette.models.remote;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the threads of all processes from doing the same work at once.
 *
 * <p>The lock of a process that dies is free. Within a process the threads queue up in memory:
 * closing any channel of a locked file frees the lock on POSIX systems.
 *
 * @param file the lock file, which stays
 * @param patience how long to wait for others
 */
record CacheLock(Path file, Duration patience) {

    private static final ConcurrentMap<Path, ReentrantLock> QUEUES = new ConcurrentHashMap<>();
    private static final long POLL_MILLIS = 50;

    interface Work {
        void run() throws IOException;
    }

    /**
     * Works while holding the lock.
     *
     * @throws CacheException if the lock file cannot be made
     * @throws InterruptedIOException if the thread is interrupted while it waits, which it stays
     * @throws IOException if others do not let go in time, or as the work does
     */
    void hold(Work work) throws IOException {
        ReentrantLock queue = QUEUES.computeIfAbsent(file, any -> new ReentrantLock());
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!queue.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw impatient();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try (FileChannel channel = open()) {
            await(channel, deadline);
            work.run();
        } finally {
            queue.unlock();
        }
    }

    private FileChannel open() throws IOException {
        try {
            return FileChannel.open(file, CREATE, WRITE);
        } catch (IOException e) {
            throw new CacheException(file, e);
        }
    }

    private void await(FileChannel channel, long deadline) throws IOException {
        try {
            while (!isLocked(channel)) {
                if (System.nanoTime() > deadline) {
                    throw impatient();
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another class loader of this process has it
        }
    }

    private IOException impatient() {
        return new IOException(
                "others have held '%s' for more than %d s".formatted(file, patience.toSeconds()));
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("it was interrupted").initCause(cause);
    }
}
