package io.vedette.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLockTest {

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("lock");
    }

    @Test
    void isFreeAgainAfterWorkThatFails() throws IOException {
        CacheLock lock = new CacheLock(file, Duration.ofSeconds(10));
        CompletableFuture<Boolean> worked = new CompletableFuture<>();
        assertThatThrownBy(
                        () ->
                                lock.hold(
                                        () -> {
                                            throw new IOException("no network");
                                        }))
                .hasMessage("no network");

        lock.hold(() -> worked.complete(true));

        assertThat(worked).isCompletedWithValue(true);
    }

    /** As another class loader of this process, or another process, holds it. */
    @Test
    void losesPatienceWithOthersThatHoldTheFile() throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            CacheLock lock = new CacheLock(file, Duration.ofMillis(100));

            assertThatThrownBy(() -> lock.hold(() -> {}))
                    .hasMessage("others have held '%s' for more than 0 s", file);
        }
    }

    @Test
    void canBeInterruptedWhileItWaits() throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> new CacheLock(file, Duration.ofHours(1)).hold(() -> {}))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
