package io.vedette.job;

import io.vedette.schema.Snapshot;
import io.vedette.store.PictureWriter;
import io.vedette.store.StoreException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pictures for as long as the store takes them. Those that it does not take are dropped and
 * counted: the next one of the camera replaces them anyway, so they never fail the job.
 */
final class ReplaceablePictures implements Consumer<List<Snapshot>> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceablePictures.class);

    private final PictureWriter writer;
    private final Counter dropped;
    private boolean refused;

    ReplaceablePictures(PictureWriter writer, Counter dropped) {
        this.writer = writer;
        this.dropped = dropped;
    }

    @Override
    public void accept(List<Snapshot> pictures) {
        try {
            writer.write(pictures);
            taken();
        } catch (StoreException e) {
            dropped.inc(pictures.size());
            refused(e);
        }
    }

    private void taken() {
        if (refused) {
            LOG.info("Pictures are stored again; {} were dropped in all.", dropped.getCount());
        }
        refused = false;
    }

    /** Says so once, however long it takes. */
    private void refused(StoreException e) {
        if (!refused) {
            LOG.warn("{} Pictures are dropped until it takes them.", e.getMessage());
        }
        refused = true;
    }
}
