package io.vedette.operators.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;

/** What a snapshot holds, byte by byte. */
final class SnapshotBytes {

    private SnapshotBytes() {}

    /** Keyed state of the function there may be, an element nowhere. */
    static void checkHoldsNoElement(OperatorSubtaskState snapshot) {
        assertThat(snapshot.getManagedOperatorState()).isEmpty();
        assertThat(snapshot.getRawOperatorState()).isEmpty();
        assertThat(snapshot.getRawKeyedState()).isEmpty();
        assertThat(snapshot.getInputChannelState()).isEmpty();
        assertThat(snapshot.getResultSubpartitionState()).isEmpty();
        assertThat(keyedState(snapshot)).doesNotContain(Item.PIXELS);
    }

    /** All bytes of the keyed state, one character each. */
    static String keyedState(OperatorSubtaskState snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (KeyedStateHandle handle : snapshot.getManagedKeyedState()) {
            files(handle).forEach(file -> copy(file, bytes));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static Stream<StreamStateHandle> files(KeyedStateHandle handle) {
        if (handle instanceof KeyGroupsStateHandle whole) {
            return Stream.of(whole.getDelegateStateHandle());
        }
        if (handle instanceof IncrementalRemoteKeyedStateHandle parts) {
            return Stream.of(parts.getSharedState(), parts.getPrivateState())
                    .flatMap(List::stream)
                    .map(file -> file.getHandle());
        }
        throw new AssertionError("Snapshot has an unknown kind of state: " + handle.getClass());
    }

    private static void copy(StreamStateHandle file, ByteArrayOutputStream bytes) {
        try (InputStream in = file.openInputStream()) {
            in.transferTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
