package io.vedette.job;

import static io.vedette.job.Results.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schema.Snapshot;
import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.util.List;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class ReplaceablePicturesTest {

    @Test
    void whatTheStoreDoesNotTakeIsDroppedAndCounted() {
        // Given a store that refuses at once
        Store store =
                Store.open(new StoreSettings("jdbc:postgresql://127.0.0.1:1/x", "app", "", 1));
        store.close();
        SimpleCounter dropped = new SimpleCounter();
        ReplaceablePictures pictures = new ReplaceablePictures(store.pictureWriter(), dropped);

        pictures.accept(List.of(picture(1), picture(2)));
        pictures.accept(List.of(picture(3)));

        assertThat(dropped.getCount()).isEqualTo(3);
    }

    private static Snapshot picture(long sequence) {
        return new Snapshot(result(sequence), new byte[] {(byte) 0xFF, (byte) 0xD8});
    }
}
