package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside the heap, which is given back when it is freed. A direct buffer alone would keep
 * it until the garbage collector finds the buffer, which in a process with a quiet heap is never.
 *
 * <p>After {@link #free} no buffer of this memory may be used any more. One thread at a time.
 */
final class NativeMemory {

    private static final @Nullable MethodHandle CLEANER = cleaner();

    private ByteBuffer all = ByteBuffer.allocateDirect(0);

    /**
     * A buffer of a size in bytes; it shares its memory with those handed out before.
     *
     * @throws OrtException if the process may not have so much
     */
    ByteBuffer buffer(long size) throws OrtException {
        if (all.capacity() < size) {
            free();
            all = allocate(size);
        }
        return all.slice(0, (int) size).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer allocate(long size) throws OrtException {
        if (size > Integer.MAX_VALUE) {
            throw new OrtException(
                    "Failed to allocate memory of %d bytes: a buffer has at most %d"
                            .formatted(size, Integer.MAX_VALUE));
        }
        try {
            return ByteBuffer.allocateDirect((int) size);
        } catch (OutOfMemoryError e) {
            throw new OrtException(
                    "Failed to allocate memory of %d bytes outside the heap: %s"
                            .formatted(size, e.getMessage()));
        }
    }

    void free() {
        ByteBuffer freed = all;
        all = ByteBuffer.allocateDirect(0);
        if (CLEANER != null) {
            try {
                CLEANER.invokeExact(freed);
            } catch (Throwable e) {
                throw new IllegalStateException("Memory outside the heap cannot be freed.", e);
            }
        }
    }

    /** What frees a direct buffer at once; null on a platform without it. */
    private static @Nullable MethodHandle cleaner() {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field unsafe = type.getDeclaredField("theUnsafe");
            unsafe.setAccessible(true);
            MethodType signature = MethodType.methodType(void.class, ByteBuffer.class);
            return MethodHandles.lookup()
                    .findVirtual(type, "invokeCleaner", signature)
                    .bindTo(unsafe.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
